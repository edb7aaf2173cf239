/** The rules' own texts: for `dm-top explain KIND`, and for docs/findings.md. */
import {say} from '../language/say.js';
import {sentences} from '../language/sentences.js';
import {type Need, needTexts} from './needs.js';
import {ruleOf, rules} from './rules.js';
import {type Threshold, thresholdNames, thresholdTable} from './thresholds.js';
import {filled} from './words.js';

/** All kinds, the worst first. */
export const findingKinds: readonly string[] = rules.map(({kind}) => kind);

/** What has to be known before its absence means anything; '' if an answer of the sources is enough. */
const needsOf = (needs: readonly Need[] = []): string =>
	[...new Set(needs.map(need => say(needTexts[need])))].join(say('; '));

/** What a kind of finding means, as plain text of several lines; undefined for an unknown kind. */
export const explainKind = (kind: string): string | undefined => {
	const rule = ruleOf(kind);
	return (
		rule &&
		[
			`${rule.kind}: ${say(rule.title)}`,
			sentences(say('Reported when:'), say(rule.reportedWhen)),
			sentences(say('Not reported when:'), say(rule.silentWhen)),
			...filled(rule.needs && sentences(say('Needs:'), needsOf(rule.needs))),
		].join('\n\n')
	);
};

/** All kinds with their titles, one per line. */
export const listKinds = (): string => {
	const width = Math.max(...findingKinds.map(kind => kind.length));
	return rules.map(({kind, title}) => `${kind.padEnd(width)}  ${say(title)}`).join('\n');
};

/** A threshold's default as it would be written in the settings: "20m", "10GiB", "3". */
export const thresholdText = ({unit, default: value}: Threshold): string => {
	switch (unit) {
		case 'seconds': {
			const step = [
				[3600, 'h'],
				[60, 'm'],
			].find(([seconds]) => value >= Number(seconds) && value % Number(seconds) === 0);
			return step === undefined ? `${value}s` : `${value / Number(step[0])}${step[1]}`;
		}

		case 'bytes': {
			return `${value / 2 ** 30}GiB`;
		}

		case 'count': {
			return String(value);
		}
	}
};

/** All thresholds with their defaults and what is compared with them, one per line. */
export const listThresholds = (): string => {
	const width = Math.max(...thresholdNames.map(name => name.length));
	return thresholdNames
		.map(name => {
			const threshold = thresholdTable[name];
			return `${name.padEnd(width)}  ${thresholdText(threshold).padStart(6)}  ${say(threshold.help)}`;
		})
		.join('\n');
};

/** Docs/findings.md, whole. */
export const findingsAsMarkdown = (): string =>
	[
		'# Findings',
		'',
		'A finding is one thing that is wrong, or worth knowing. Screens, events, `--plain`, `--once` and its exit code all report the same findings. This file is made by `npm run docs` from the rules in `source/findings/rules`; `dm-top explain KIND` prints the same texts. Where what a kind needs was not told, `dm-top check --only KIND` says UNKNOWN instead of OK.',
		...rules.flatMap(({kind, title, reportedWhen, silentWhen, needs}) => [
			'',
			`## ${kind}`,
			'',
			`${title}.`,
			'',
			`**Reported when:** ${reportedWhen}`,
			'',
			`**Not reported when:** ${silentWhen}`,
			...(needs ? ['', `**Needs:** ${needsOf(needs)}.`] : []),
		]),
		'',
	].join('\n');
