// A script of the context "beta", which has a microtask queue of its own
// (microtaskMode: "afterEvaluate"): its jobs run before Run returns, whatever waits
// in the queue of alpha.

// A global of beta survives from run to run; alpha never sees it.
var runs = (globalThis.runs ?? 0) + 1;

var Account = class {
  #balance = 0;

  get balance() {
    return this.#balance;
  }

  // Of two deposits at once, one is lost: step the jobs and see which.
  async deposit(amount) {
    const before = this.#balance;
    await null; // others run here
    this.#balance = before + amount;
    return this.#balance;
  }
};

var account = new Account();

Promise.all([account.deposit(10), account.deposit(5)]).then((balances) => {
  console.log(`run ${runs}: the deposits report`, balances);
  console.log(`run ${runs}: and the balance is`, account.balance);
});

// Nobody settles this promise, so its reaction never becomes a job.
var signal = new Promise(() => {});
signal.then(() => console.log('never'));

console.log(`run ${runs}: the script is done, the balance still`, account.balance);
