/**
 * The dmctl commands (7.5) that do the same as an operation, ready to paste into a shell.
 */
import {shellQuote} from '../../dm/values/shell-quote.js';
import type {Operation} from '../../providers/operation.js';
import type {Master} from '../../providers/provider.js';

/** How dmctl reaches the cluster. */
export type DmctlAccess = {
	/** A dm-master, such as "10.0.1.11:8261"; '' when there is none, as with a file. */
	readonly address: string;
	/** Paths of the files for TLS. */
	readonly tls?: {readonly ca: string; readonly cert: string; readonly key: string};
	/** The name of the cluster, where every operation asks for it. */
	readonly typedName?: string;
};

/** Dmctl parses `-s` as a line of CSV. */
const csvField = (text: string): string =>
	/[\n\r",]/v.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** `--` before an argument that dmctl could take for a flag. */
const guarded = (argument: string): readonly string[] =>
	argument.startsWith('-') ? ['--', argument] : [argument];

const sourceFlags = (sources: readonly string[]): readonly string[] =>
	sources.flatMap(source => ['-s', csvField(source)]);

/** A command on a task with its flags; a task whose name looks like a flag comes last. */
const onTask = (
	command: readonly string[],
	task: string,
	flags: readonly string[],
	rest: readonly string[] = [],
): readonly string[] =>
	task.startsWith('-') ? [...command, ...flags, '--', task, ...rest] : [...command, task, ...flags, ...rest];

/** Start-task reads a file; without a configuration the existing task continues. */
const startArguments = (operation: Extract<Operation, {readonly kind: 'start'}>): readonly string[] => {
	const {task, sources} = operation;
	return operation.config === undefined
		? onTask(['resume-task'], task, sourceFlags(sources))
		: [
				'start-task',
				...sourceFlags(sources),
				...(operation.removeMeta === true ? ['--remove-meta'] : []),
				...(operation.startTime === undefined ? [] : ['--start-time', operation.startTime]),
				...guarded(`${task}.yaml`),
			];
};

const argumentsOf = (operation: Operation): readonly string[] => {
	switch (operation.kind) {
		case 'pause':
		case 'resume':
		case 'stop': {
			return onTask([`${operation.kind}-task`], operation.task, sourceFlags(operation.sources));
		}

		case 'start': {
			return startArguments(operation);
		}

		case 'binlog-skip':
		case 'binlog-replace':
		case 'binlog-inject':
		case 'binlog-revert':
		case 'binlog-list': {
			const {position, sqls, sources, task} = operation;
			const flags = [...sourceFlags(sources), ...(position === '' ? [] : ['-b', position])];
			return onTask(
				['binlog', operation.kind.slice('binlog-'.length)],
				task,
				flags,
				sqls.map(sql => `${sql};`),
			);
		}

		case 'schema-set': {
			const {task, database, table, sources, schema} = operation;
			const rest =
				'sql' in schema ? ['schema.sql'] : [schema.from === 'upstream' ? '--from-source' : '--from-target'];
			return onTask(['binlog-schema', 'update'], task, sourceFlags(sources), [database, table, ...rest]);
		}

		case 'schema-remove': {
			const {task, database, table, sources} = operation;
			return onTask(['binlog-schema', 'delete'], task, sourceFlags(sources), [database, table]);
		}

		case 'validation-start': {
			const {task, sources, mode, startTime} = operation;
			return onTask(['validation', 'start'], task, [
				...sourceFlags(sources),
				...(mode === undefined ? [] : ['--mode', mode]),
				...(startTime === undefined ? [] : ['--start-time', startTime]),
			]);
		}

		case 'validation-stop': {
			return onTask(['validation', 'stop'], operation.task, sourceFlags(operation.sources));
		}

		case 'validation-ignore':
		case 'validation-resolve':
		case 'validation-clear': {
			const {kind, task, error} = operation;
			const command = ['validation', `${kind.slice('validation-'.length)}-error`];
			return error === 'all' ? onTask(command, task, ['--all']) : onTask(command, task, [], [error]);
		}

		case 'pause-relay':
		case 'resume-relay': {
			return [operation.kind, ...sourceFlags([operation.source])];
		}

		case 'enable-source':
		case 'disable-source': {
			// Dmctl has no such command.
			return [];
		}

		case 'enable-relay':
		case 'disable-relay': {
			const command = operation.kind === 'enable-relay' ? 'start-relay' : 'stop-relay';
			return [command, ...sourceFlags([operation.source]), ...operation.workers];
		}

		case 'purge-relay': {
			return ['purge-relay', ...sourceFlags([operation.source]), '-f', operation.before];
		}

		case 'transfer-source': {
			return ['transfer-source', ...guarded(operation.source), operation.worker];
		}

		case 'evict-leader':
		case 'cancel-evict-leader': {
			return ['operate-leader', operation.kind === 'evict-leader' ? 'evict' : 'cancel-evict'];
		}

		case 'unlock-ddl': {
			const {lock, action, owner, force} = operation;
			return [
				'shard-ddl-lock',
				'unlock',
				...(owner === '' ? [] : ['-o', owner]),
				'-a',
				action,
				...(force ? ['-f'] : []),
				...guarded(lock),
			];
		}
	}
};

/** An address in the form of dmctl: without scheme and path. */
const hostAndPort = (address: string): string => address.replace(/^https?:\/\//v, '').split('/', 1)[0]!;

/** The properties of the cluster that the commands depend on. */
export type DmctlCluster = {
	readonly leaderAddress: string;
	readonly masters: ReadonlyArray<Pick<Master, 'addresses'>>;
};

/** The masters that have to be reached, each by its own command: dm-masters do not forward these operations. */
const addressesFor = (
	{kind}: Operation,
	{leaderAddress, masters}: DmctlCluster,
	{address}: DmctlAccess,
): readonly string[] => {
	if (kind === 'evict-leader' && leaderAddress !== '') {
		return [leaderAddress];
	}

	const all = kind === 'cancel-evict-leader' ? masters.flatMap(({addresses}) => addresses.slice(0, 1)) : [];
	return all.length === 0 ? [address] : all;
};

const lineFor = (operation: Operation, address: string, {tls}: DmctlAccess): string =>
	[
		'dmctl',
		...(address === '' ? [] : ['--master-addr', hostAndPort(address)]),
		...(tls ? ['--ssl-ca', tls.ca, '--ssl-cert', tls.cert, '--ssl-key', tls.key] : []),
		...argumentsOf(operation),
	]
		.map(word => shellQuote(word))
		.join(' ');

/** The commands that together do what `operation` does. */
export const dmctlLines = (
	operation: Operation,
	cluster: DmctlCluster,
	access: DmctlAccess,
): readonly string[] =>
	addressesFor(operation, cluster, access).map(address => lineFor(operation, address, access));
