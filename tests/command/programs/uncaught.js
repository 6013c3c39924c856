function lose() {
  throw new TypeError('lost');
}
lose();
