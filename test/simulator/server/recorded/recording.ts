/** What the recorded answers have that a cluster is built from. */
import type {StatusJson} from '../../../../source/simulator/answers/messages.js';

/** What OpenAPI tells of a task's configuration, as far as tasks differ in it. */
export type RecordedTask = {
	readonly name: string;
	readonly on_duplicate: 'replace' | 'error';
	readonly shard_mode?: 'pessimistic' | 'optimistic';
	readonly task_mode: 'full' | 'all' | 'incremental';
	readonly source_config: {
		readonly full_migrate_conf: {readonly export_threads: number; readonly import_threads: number};
		readonly incr_migrate_conf: {readonly repl_batch: number; readonly repl_threads: number};
		readonly source_conf: ReadonlyArray<{
			readonly source_name: string;
			readonly binlog_gtid?: string;
			readonly binlog_pos?: number;
		}>;
	};
	readonly table_migrate_rule: ReadonlyArray<{
		readonly source: {readonly source_name: string; readonly schema: string; readonly table: string};
	}>;
	readonly target_config: {readonly host: string; readonly port: number};
};

/** What OpenAPI tells of a source, as far as sources differ in it. */
export type RecordedSource = {
	readonly source_name: string;
	readonly host: string;
	readonly port: number;
	readonly flavor: 'mysql' | 'mariadb';
	readonly task_name_list: readonly string[];
};

export type RecordedMembers = {
	readonly members: ReadonlyArray<{
		readonly leader?: {readonly name: string};
		readonly master?: {
			readonly masters: ReadonlyArray<{
				readonly name: string;
				readonly memberID: string;
				readonly alive: boolean;
				readonly peerURLs: readonly string[];
				readonly clientURLs: readonly string[];
			}>;
		};
		readonly worker?: {
			readonly workers: ReadonlyArray<{
				readonly name: string;
				readonly addr: string;
				readonly stage: string;
				readonly source: string;
			}>;
		};
	}>;
};

export type Recorded = {
	readonly status: StatusJson;
	readonly members?: RecordedMembers;
	readonly tasks?: readonly RecordedTask[];
	readonly sources?: readonly RecordedSource[];
};
