import {withoutSecrets} from '../../dm/secrets/without-secrets.js';
import {type Readers, type ConfigReader} from '../readers.js';
import type {OperateAccess} from './operate/access.js';
import {nameIn} from './operate/obstacle.js';
import type {Restore} from './readers/configs.js';
import {askForSchema, createSchemaReader} from './readers/schemas.js';

/** Everything that a dm-master can be asked besides the status. gRPC is loaded when it is first needed. */
export const createReaders = (access: OperateAccess, config: ConfigReader, restore: Restore): Readers => ({
	configuration: config,
	schema: createSchemaReader(askForSchema(access)),
	validation: {
		async status(task, signal) {
			const {askForValidators} = await import('./grpc/validation.js');
			return withoutSecrets(await askForValidators(task, access, signal));
		},
		async differences(question, signal) {
			const {askForDifferences} = await import('./grpc/validation.js');
			return withoutSecrets(await askForDifferences(question, access, signal));
		},
	},
	check: {
		async check(question, signal) {
			const whole = await restore(nameIn(question.config) ?? '', question.config, signal);
			if (typeof whole !== 'string') {
				return whole;
			}

			const {checkTask} = await import('./grpc/check.js');
			return withoutSecrets(await checkTask({...question, config: whole}, access, signal));
		},
	},
});
