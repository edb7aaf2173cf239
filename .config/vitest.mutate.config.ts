import {mergeConfig} from 'vitest/config';
import config from './vitest.config.ts';

/** The tests that mutants are run against: those in this process, without servers, terminals or the built program. */
export default mergeConfig(config, {
	test: {
		globalSetup: [],
		exclude: [
			'test/{e2e,terminal,session,modes,config}/**',
			'test/providers/{http,file,module}/**',
			'test/simulator/server/**',
		],
	},
});
