/**
 * What the command line accepts: the table behind `--help` and the man page.
 */
import type {Phrase} from '../../../language/text.js';

/** Something that can be typed or set: a way to run dm-top, a command, a variable. */
export type Form = {
	/** As it is typed, without `dm-top`; words in capitals are placeholders. */
	readonly form: string;
	readonly description: Phrase;
};

/** The ways to run dm-top. */
export const forms: readonly Form[] = [
	{form: '[--master-addr ADDR[,ADDR…]]', description: 'a cluster, over its dm-masters'},
	{
		form: '@NAME …',
		description:
			'clusters of the settings file, or @tiup:NAME; with several, the table of clusters comes first',
	},
	{form: '--file STATUS.json', description: 'a file, read again at every change; - is standard input'},
	{form: '--simulate [SCENARIO]', description: 'a simulated cluster; "help" lists the scenarios'},
	{form: '--provider ./MY-PROVIDER.js', description: 'a provider of your own'},
	{form: '--replay FILE', description: 'a recording'},
	{form: 'COMMAND …', description: 'one operation or question, from a script'},
	{form: 'check', description: 'a verdict for a monitoring system, in the form Nagios expects'},
	{
		form: 'wait TASK [-s SOURCE] --for synced',
		description: 'until a task is running, synced, finished or paused',
	},
	{form: 'export', description: 'findings for Prometheus, on 127.0.0.1:9269/metrics'},
	{
		form: 'config [edit|schema]',
		description:
			'the settings in effect and where each comes from; edit opens the settings file, schema prints a JSON schema of it',
	},
	{
		form: 'explain [WHAT]',
		description:
			"a kind of finding, a code such as 36069, an error's text (or pasted on standard input): what it means and what to do",
	},
	{form: 'completion bash|zsh|fish', description: 'the completions for a shell, to be sourced by it'},
];

/** The commands for scripts. */
export const commands: readonly Form[] = [
	{form: 'pause|resume|start|stop TASK', description: "stop is dmctl's stop-task: DM forgets the task"},
	{form: 'restart TASK, start TASK.yaml', description: 'from the configuration that DM holds, or a file'},
	{form: 'skip|revert|list TASK', description: 'the DDL at which it is stopped, or the one at --position'},
	{form: 'replace|inject TASK --sql SQL', description: 'SQL in place of that DDL, or before it'},
	{
		form: 'relay on|off|pause|resume SOURCE',
		description: 'the relay of a source; relay purge SOURCE FILE removes older relay logs',
	},
	{
		form: 'transfer SOURCE WORKER',
		description: 'moves a source to another worker; evict, cancel-evict: leadership of the masters',
	},
	{form: 'unlock LOCK [exec|skip] [force]', description: 'a DDL lock, by its ID'},
	{form: 'config TASK', description: 'as DM holds it; config source|worker|master NAME'},
	{
		form: 'validation TASK',
		description: 'the rows that differ; validation start|stop|ignore|resolve|clear TASK …',
	},
];
