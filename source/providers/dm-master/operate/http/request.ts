import {say} from '../../../../language/say.js';
import type {Request} from '../../connection/connection.js';

/** The one HTTP request that carries out an operation. */
export type OperationRequest = Request & {
	readonly method: 'POST' | 'PUT';
	readonly body: string;
	readonly way: 'v1alpha1' | 'OpenAPI';
	/** DM checks the whole configuration before it does it, which can take minutes. */
	readonly isChecked?: boolean;
};

/** The operation cannot be asked for like this, and why. */
export type Impossible = {readonly impossible: string};

export const impossible = (why: string): Impossible => ({impossible: why});

/** A name as a part of a path; undefined when DM does not find it there again. */
export const inPath = (name: string): string | undefined =>
	name === '' || name.includes('/') || !name.isWellFormed() || /^\.+$/v.test(name)
		? undefined
		: encodeURIComponent(name);

/** The same for v1alpha1, which takes a colon for the end of a name. */
export const inV1alpha1Path = (name: string): string | undefined =>
	name.includes(':') ? undefined : inPath(name);

/** Why a name cannot be asked for over HTTP. */
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
