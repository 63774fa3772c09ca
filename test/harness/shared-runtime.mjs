import { pathToFileURL } from 'node:url';
import Runtime from 'jest-runtime';
import { isWatching } from './shared-environment.mjs';

let kept;

/**
 * Loading NestJS, TypeORM and the product takes a spec file one and a half seconds of the processor, most of them longer
 * than their tests. The files of one worker therefore share what they import; modules of the product keep nothing
 * there but what is the same for everybody.
 */
export default class SharedRuntime extends Runtime {
  constructor(config, ...given) {
    if (kept && !isWatching(given.at(-1))) return kept;
    super(config, ...given);
    kept = this;
    this.specFolder = pathToFileURL(`${config.rootDir}/test/`).href;
  }

  teardown() {
    this.restoreAllMocks();
    const modules = this.registries.esModuleRegistry;
    for (const name of modules.keys()) if (this.isOfOneFile(name)) modules.delete(name);
    this.registries.getInternalCjsRegistry().clear();
    this.testMainModule.reset();
    this.jestGlobals.clearJestObjectCache();
    this.testState.leaveTestCode();
  }

  /** Made anew for each: the file itself, all that is there for specs, and Jest's functions as the file knows them. */
  isOfOneFile(name) {
    return name.endsWith('.spec.ts') || name.startsWith(this.specFolder) || name.startsWith('@jest/globals');
  }
}
