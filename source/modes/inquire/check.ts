/**
 * `dm-top check`: checks once for a monitoring system, with the exit codes and the output that Nagios, Icinga and
 * others expect of a plugin.
 */
import {namesText} from '../../language/sentences.js';
import {say} from '../../language/say.js';
import {greatest} from '../../dm/values/extremes.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {Finding, Severity} from '../../findings/finding.js';
import type {TaskView} from '../../monitor/view.js';
import {problemText} from '../../providers/problem-text.js';
import {sanitize} from '../../terminal/sanitize.js';
import type {Observed} from '../once/observe-once.js';
import {blindSpot} from './blind-spots.js';

/** 0: nothing that needs attention. 1: a warning. 2: something critical. 3: not known. */
export type CheckExit = 0 | 1 | 2 | 3;

/** Which findings `dm-top check` looks at, and in which cluster. */
export type CheckOptions = {
	/** The cluster's name. */
	readonly title: string;
	/** Kinds of findings that count; [] for all. */
	readonly only: readonly string[];
	/** Tasks whose findings count; [] for the whole cluster. */
	readonly tasks: readonly string[];
};

/** The exit code of a plugin, and its output in the form that monitoring systems read. */
export type CheckReport = {readonly code: CheckExit; readonly text: string};

/** The findings that count and, where tasks are named, those of them that exist. */
export type Checked = {
	readonly findings: readonly Finding[];
	/** Those of every kind, also of kinds that do not count. */
	readonly all: readonly Finding[];
	readonly tasks: readonly TaskView[];
	/** Named tasks that no source has reported. */
	readonly missing: readonly string[];
};

const words = ['OK', 'WARNING', 'CRITICAL', 'UNKNOWN'] as const;

/** Picks the findings that count; for a task also those of its sources. */
export const pickFindings = (
	{tasks, diagnosis}: DiagnosedView,
	options: Pick<CheckOptions, 'only' | 'tasks'>,
): Checked => {
	const asked = new Set(options.tasks);
	const only = new Set(options.only);
	const counted = asked.size === 0 ? tasks : tasks.filter(({name}) => asked.has(name));
	const found =
		asked.size === 0
			? diagnosis.findings
			: [...new Set(counted.flatMap(({name}) => diagnosis.ofTask(name)))].toSorted(
					(left, right) => diagnosis.findings.indexOf(left) - diagnosis.findings.indexOf(right),
				);
	return {
		findings: only.size === 0 ? found : found.filter(({kind}) => only.has(kind)),
		all: found,
		tasks: counted,
		missing: [...asked].filter(name => counted.every(task => task.name !== name)),
	};
};

/** A bar begins the performance data, so text must not contain one. */
const plain = (text: string): string => sanitize(text).replaceAll('|', '¦').replaceAll(/\s+/gv, ' ');

const count = (findings: readonly Finding[], severity: Severity): number =>
	findings.filter(finding => finding.severity === severity).length;

/** The place of a finding, the widest part first: "orders mysql-01". */
const placeOf = ({task, source, worker, master}: Finding): string =>
	[task, source, task === undefined && source === undefined ? (worker ?? master) : undefined]
		.filter(name => name !== undefined)
		.join(' ');

const findingLine = (finding: Finding): string => {
	const place = placeOf(finding);
	const [step = ''] = finding.fix;
	return plain(
		[
			`${finding.severity.toUpperCase()} ${finding.kind}${place === '' ? '' : ` ${place}`}: ${finding.what}`,
			step,
		]
			.filter(part => part !== '')
			.join(' - '),
	);
};

/** Performance data in the form of Nagios; an unknown lag is left out, not zero. */
const numbersOf = ({findings, tasks}: Checked): string => {
	const lags = tasks.map(({lag}) => lag);
	const seconds = lags.flatMap(lag => (lag.kind === 'seconds' ? [lag.seconds] : []));
	const isWhole = lags.every(({kind}) => kind === 'seconds' || kind === 'none');
	return [
		`tasks=${tasks.length};;;0`,
		`critical=${count(findings, 'critical')};;;0`,
		`warning=${count(findings, 'warning')};;;0`,
		...(isWhole && seconds.length > 0 ? [`lag_max=${greatest(seconds)}s;;;0`] : []),
	].join(' ');
};

const summaryOf = ({findings, tasks}: Checked, {form}: DiagnosedView): string => {
	const worst = findings.find(({severity}) => severity !== 'notice');
	if (worst === undefined) {
		return form === 'dmctl-list'
			? say(
					'nothing to do in {count} {count|task|tasks}, as far as a list tells: it has no lag and no relay',
					{
						count: tasks.length,
					},
				)
			: say('nothing to do in {count} {count|task|tasks}', {count: tasks.length});
	}

	const [critical, warning] = [count(findings, 'critical'), count(findings, 'warning')];
	const counts = [
		critical > 0 ? say('{count} critical', {count: critical}) : '',
		warning > 0 ? say('{count} warning', {count: warning}) : '',
	]
		.filter(part => part !== '')
		.join(say(', '));
	const place = placeOf(worst);
	const told = place === '' ? worst.brief : say('{name}: {text}', {name: place, text: worst.brief});
	return `${counts} - ${told}`;
};

/**
 * The report for a monitoring system: a line with the verdict and the numbers, then one for each finding that needs
 * attention. Notices do not count. What is not known is worse than a warning, as on the screen of clusters.
 */
export const check = ({cluster, answers, problem}: Observed, options: CheckOptions): CheckReport => {
	const title = plain(options.title);
	const line = (code: CheckExit, text: string): string => {
		// Where a file or an address is the title, a problem with it begins with it, too.
		const isNamed = text.startsWith(`${title} `) || text.startsWith(`${title}: `);
		return `DM ${words[code]}: ${isNamed ? '' : `${title} `}${text}`;
	};

	if (problem) {
		return {code: 3, text: `${line(3, plain(problemText(problem)))}\n`};
	}

	const checked = pickFindings(cluster, options);
	const {findings, missing} = checked;
	const told = findings.filter(({severity}) => severity !== 'notice');
	if (missing.length > 0) {
		const names = namesText(missing.map(name => `“${name}”`));
		const lines = [
			line(3, plain(say('no task {names} is known', {names}))),
			...told.map(finding => findingLine(finding)),
		];
		return {code: 3, text: `${lines.join('\n')}\n`};
	}

	const isCritical = told.some(({severity}) => severity === 'critical');
	const unknown = isCritical
		? undefined
		: blindSpot(cluster, {
				...checked,
				only: options.only,
				isOfTasks: options.tasks.length > 0,
				told,
				answers,
			});
	const known = isCritical ? 2 : told.length > 0 ? 1 : 0;
	const code = unknown === undefined ? known : 3;
	const head = `${line(code, plain(unknown ?? summaryOf(checked, cluster)))} | ${numbersOf(checked)}`;
	return {code, text: `${[head, ...told.map(finding => findingLine(finding))].join('\n')}\n`};
};
