/** Where data come from, and what is wrong there. */
import {files} from './files.js';
import {metrics} from './metrics.js';
import {module} from './module.js';
import {network} from './network.js';
import {operating} from './operating.js';
import {providerAnswers} from './answers.js';
import {recordings} from './recordings.js';

export const providers = {
	...files,
	...metrics,
	...module,
	...network,
	...operating,
	...providerAnswers,
	...recordings,
};
