namespace vmscope {}
