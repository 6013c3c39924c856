namespace vmscope::protocol {}
