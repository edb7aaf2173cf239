/**
 * What operating depends on, and which operations are impossible whatever the target.
 */
import type {OperationKind, Operator} from '../../providers/operation.js';
import {kindWords} from '../kinds.js';
import {say} from '../../language/say.js';
import type {Phrase} from '../../language/text.js';

/** What operating depends on. */
export type OperatingCapabilities = {
	/** Absent: the provider is read-only. */
	readonly operator?: Pick<Operator, 'kinds'>;
	/** `--read-only` */
	readonly readOnly: boolean;
	/** The provider's name: http, file, simulator, replay, … */
	readonly provider: string;
	/** The pages that the provider offers; absent: none. */
	readonly reads?: ReadonlySet<'config' | 'validation' | 'schema'>;
};

const without: ReadonlyMap<string, Phrase> = new Map<string, Phrase>([
	['file', 'A file has no cluster behind it: connect to a dm-master to operate.'],
	['replay', 'A recording only shows the past: connect to a dm-master to operate.'],
]);

/** What it requires besides dm-master's port. */
const needs: Readonly<Partial<Record<OperationKind, Phrase>>> = {
	start: 'it requires OpenAPI (openapi = true in the configuration of dm-master)',
	'enable-relay': 'it requires OpenAPI or gRPC',
	'disable-relay': 'it requires OpenAPI or gRPC',
	'purge-relay': 'it requires OpenAPI or gRPC',
	'transfer-source': 'it requires OpenAPI or gRPC',
	'unlock-ddl': 'it requires gRPC',
};

/** Why nothing can be changed with `--read-only`. */
export const readOnlyRefusal: Phrase = 'dm-top runs with --read-only: it changes nothing.';

/** Why operations of this kind are not possible at all; undefined when they are. */
export const refusalOfKind = (
	kind: OperationKind,
	{operator, readOnly, provider}: OperatingCapabilities,
): string | undefined => {
	if (readOnly) {
		return say(readOnlyRefusal);
	}

	if (!operator) {
		const told = without.get(provider);
		return told === undefined ? say('The provider {provider} is read-only.', {provider}) : say(told);
	}

	if (operator.kinds.has(kind)) {
		return undefined;
	}

	const need = needs[kind];
	const action = say(kindWords[kind].action);
	return need === undefined
		? say('{action} is not possible over this connection.', {action})
		: say('{action} is not possible over this connection: {need}.', {action, need: say(need)});
};
