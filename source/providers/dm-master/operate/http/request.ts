import {say} from '../../../../language/say.js';
import type {Request} from '../../connection/connection.js';

/** The HTTP request that carries out an operation. */
export type OperationRequest = Request & {
	readonly method: 'POST' | 'PUT';
	readonly body: string;
	readonly way: 'v1alpha1' | 'OpenAPI';
	/** DM first checks the whole configuration, which can take minutes. */
	readonly isChecked?: boolean;
};

/** Why the operation cannot be requested like this. */
export type Impossible = {readonly impossible: string};

/** In place of a request: why this way cannot carry the operation. */
export const impossible = (why: string): Impossible => ({impossible: why});

/** A name as part of a path; undefined when DM cannot parse it there. */
export const inPath = (name: string): string | undefined =>
	name === '' || name.includes('/') || !name.isWellFormed() || /^\.+$/v.test(name)
		? undefined
		: encodeURIComponent(name);

/** The same for v1alpha1, where a colon ends a name. */
export const inV1alpha1Path = (name: string): string | undefined =>
	name.includes(':') ? undefined : inPath(name);

/** Why a name cannot be used over HTTP. */
export const unaddressable = (what: 'task' | 'source', name: string): Impossible =>
	impossible(
		name === ''
			? say(what === 'task' ? 'the task has no name' : 'the source has no name')
			: say(
					what === 'task'
						? 'a task called "{name}" cannot be addressed over HTTP'
						: 'a source called "{name}" cannot be addressed over HTTP',
					{name},
				),
	);
