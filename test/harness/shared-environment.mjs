import { TestEnvironment } from 'jest-environment-node';

/** How Jest's runner names what it keeps on the global object for a spec file. */
const OF_THE_RUNNER = /^(JEST_|RETRY_|TEST_TIMEOUT|EVENT_HANDLERS|LOG_ERRORS|WAIT_BEFORE)/;

/** Whoever watches files wants to see what they changed: then nothing is shared. */
export const isWatching = ({ watch, watchAll }) => watch || watchAll;

let kept;

/**
 * The spec files of one worker share one global object, so that they can share what they import (shared-runtime.mjs).
 * Each begins with the real clock, and with the variables of the environment as they were before the first.
 */
export default class SharedEnvironment extends TestEnvironment {
  constructor(config, context) {
    if (kept && !isWatching(config.globalConfig)) return kept;
    super(config, context);
    kept = this;
    this.variables = { ...this.global.process.env };
    this.exit = Reflect.get(this.global.process, 'exit');
  }

  async teardown() {
    this.fakeTimers.useRealTimers();
    this.fakeTimersModern.useRealTimers();
    for (const symbol of Object.getOwnPropertySymbols(this.global))
      if (OF_THE_RUNNER.test(symbol.description)) delete this.global[symbol];
    const { process } = this.global;
    process.exit = this.exit;
    for (const name of Object.keys(process.env)) if (!(name in this.variables)) delete process.env[name];
    Object.assign(process.env, this.variables);
  }
}
