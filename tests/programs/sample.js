async function load() {
  await null;
}
load().then(function report() {});
