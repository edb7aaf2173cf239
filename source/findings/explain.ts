/** The rules' own texts: for `dm-top explain KIND`, and for docs/findings.md. */
import type {Rule} from './rule.js';
import {rules} from './rules.js';

const byKind: ReadonlyMap<string, Rule> = new Map(rules.map(rule => [rule.kind, rule]));

/** The kinds there are, the worst first. */
export const findingKinds: readonly string[] = rules.map(({kind}) => kind);

/** What a kind of finding means, in plain text of several lines; undefined when there is no such kind. */
export const explainKind = (kind: string): string | undefined => {
	const rule = byKind.get(kind);
	return (
		rule && `${rule.kind}: ${rule.title}\n\nTold when: ${rule.told}\n\nStays silent when: ${rule.silent}`
	);
};

/** All kinds with their titles, a line each. */
export const listKinds = (): string => {
	const width = Math.max(...findingKinds.map(kind => kind.length));
	return rules.map(({kind, title}) => `${kind.padEnd(width)}  ${title}`).join('\n');
};

/** Docs/findings.md, whole. */
export const findingsAsMarkdown = (): string =>
	[
		'# Findings',
		'',
		'A finding is one thing that is wrong, or worth knowing. Screens, events, `--plain`, `--once` and its exit code all tell the same findings. This file is made by `npm run docs` from the rules in `source/findings/rules`; `dm-top explain KIND` prints the same texts.',
		...rules.flatMap(({kind, title, told, silent}) => [
			'',
			`## ${kind}`,
			'',
			`${title}.`,
			'',
			`**Told when:** ${told}`,
			'',
			`**Stays silent when:** ${silent}`,
		]),
		'',
	].join('\n');
