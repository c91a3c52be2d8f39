// Jest's runner of tests. It follows each test through every promise and every read and write, to name the test that something stray
// belongs to, with a storage that costs nothing from Node 24 on, and before a good part of all the work of suites that ask a database. There it is
// left out: what is stray fails the file then, not the test.
const hooks = require('node:async_hooks');
const { default: circus } = require('jest-circus/runner');

class NoStorage {
  run(_store, callback) {
    return callback();
  }
  getStore() {
    return undefined;
  }
}

const isCheap = Number(process.versions.node.split('.')[0]) >= 24;

/** Loads Jest's own modules without that storage; everything else has it. */
function withoutStorage(load) {
  const { AsyncLocalStorage } = hooks;
  hooks.AsyncLocalStorage = NoStorage;
  try {
    return load();
  } finally {
    hooks.AsyncLocalStorage = AsyncLocalStorage;
  }
}

/** As Jest calls it for each file. */
module.exports = function runFile(globalConfig, config, environment, runtime, ...rest) {
  if (!isCheap) {
    const load = runtime.requireInternalModule.bind(runtime);
    runtime.requireInternalModule = (...path) => withoutStorage(() => load(...path));
  }
  return circus(globalConfig, config, environment, runtime, ...rest);
};
