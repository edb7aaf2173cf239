/** All rules there are; of two findings equally bad, the one whose rule comes first is the worse. */
import type {Rule} from './rule.js';
import {ddlWaiting} from './rules/ddl-waiting.js';
import {pausedByPerson} from './rules/paused-by-person.js';
import {relayError} from './rules/relay-error.js';
import {sourceSilent} from './rules/source-silent.js';
import {sourceUnbound} from './rules/source-unbound.js';
import {subtaskError} from './rules/subtask-error.js';

export const rules: readonly Rule[] = [
	subtaskError,
	sourceUnbound,
	relayError,
	sourceSilent,
	ddlWaiting,
	pausedByPerson,
];
