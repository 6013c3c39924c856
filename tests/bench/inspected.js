// Stays until it is ended; the bench says by Runtime.evaluate what else to do.
setInterval(() => {}, 1e6);
globalThis.hasBegun = true;
