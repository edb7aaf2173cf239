/** DM's own alert rules, and the findings that correspond to them. */
import {thresholdText} from './explain.js';
import {thresholdNames, thresholdTable} from './thresholds.js';

/** One of DM's alert rules, and what dm-top has for it. */
export type AlertRule = {
	/** Its name in metrics/alertmanager/dm_worker.rules.yml. */
	readonly name: string;
	/** The corresponding kinds of findings. */
	readonly kinds: readonly string[];
	/** Remarks. */
	readonly comment: string;
};

/** DM's rules, in the order of its file. */
export const alertRules: readonly AlertRule[] = [
	{
		name: 'DM_master_all_down',
		kinds: ['cluster-silent', 'master-down'],
		comment: 'told within seconds, of each dm-master too',
	},
	{name: 'DM_remain_storage_of_relay_log', kinds: ['relay-disk'], comment: 'also when it will be full soon'},
	{
		name: 'DM_relay_process_exits_with_error',
		kinds: ['relay-error', 'relay-flapping'],
		comment: 'an error that stays is reported at once, by the status',
	},
	{name: 'DM_relay_log_data_corruption', kinds: ['relay-failures', 'relay-error'], comment: ''},
	{name: 'DM_fail_to_read_binlog_from_master', kinds: ['relay-failures', 'relay-error'], comment: ''},
	{name: 'DM_fail_to_write_relay_log', kinds: ['relay-failures', 'relay-error'], comment: ''},
	{
		name: 'DM_dump_process_exists_with_error',
		kinds: ['subtask-error', 'flapping'],
		comment: 'DM’s own rule asks for a metric that DM no longer has',
	},
	{name: 'DM_load_process_exists_with_error', kinds: ['subtask-error', 'flapping'], comment: ''},
	{name: 'DM_sync_process_exists_with_error', kinds: ['subtask-error', 'flapping'], comment: ''},
	{name: 'DM_task_state', kinds: ['paused-long', 'subtask-error'], comment: 'with an error at once'},
	{name: 'DM_binlog_file_gap_between_master_relay', kinds: ['relay-behind'], comment: 'by the status'},
	{name: 'DM_binlog_file_gap_between_master_syncer', kinds: ['syncer-behind'], comment: 'by the status'},
	{name: 'DM_binlog_file_gap_between_relay_syncer', kinds: ['syncer-behind'], comment: 'by the status'},
	{name: 'DM_worker_offline', kinds: ['worker-offline'], comment: 'a warning at once, then critical'},
	{name: 'DM_pending_DDL', kinds: ['ddl-waiting'], comment: 'a warning at once, then critical'},
	{name: 'DM_DDL_error', kinds: ['ddl-errors', 'ddl-conflict'], comment: ''},
];

/** The thresholds of a rule with their defaults. */
const thresholdsOf = (name: string): string =>
	thresholdNames
		.filter(threshold => thresholdTable[threshold].dmRules.includes(name))
		.map(threshold => `\`${threshold}\` ${thresholdText(thresholdTable[threshold])}`)
		.join(', ');

/** Docs/alert-rules.md, whole. */
export const alertRulesAsMarkdown = (): string =>
	[
		'# DM’s alert rules in dm-top',
		'',
		'DM comes with 16 alert rules for Prometheus. Each of them is a finding here, with DM’s own threshold as the default; `--threshold NAME=VALUE` sets another. Findings by the status need no Prometheus; the others need `--prometheus` or `--worker-metrics`. This file is made from `source/findings/alert-rules.ts` and `source/findings/thresholds.ts`.',
		'',
		'| rule of DM | findings | thresholds and defaults | comment |',
		'|---|---|---|---|',
		...alertRules.map(
			({name, kinds, comment}) =>
				`| ${name} | ${kinds.map(kind => `[\`${kind}\`](findings.md#${kind})`).join(', ')} | ${thresholdsOf(name)} | ${comment} |`,
		),
		'',
		'## All thresholds',
		'',
		'| name | default | what is compared with it |',
		'|---|---|---|',
		...thresholdNames.map(
			name => `| \`${name}\` | ${thresholdText(thresholdTable[name])} | ${thresholdTable[name].help} |`,
		),
		'',
	].join('\n');
