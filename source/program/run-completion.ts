/**
 * Answers what a shell asks at Tab: `dm-top complete bash LINE BREAKS`, `dm-top complete zsh|fish WORD…`. The first line of
 * the answer says whether files belong to it ("files"), and whether a blank follows ("nospace"); then each candidate.
 */
import {languageOf, speakLanguage} from '../language/choose.js';
import {forBash, readBashLine} from '../modes/without-cluster/completion/bash-line.js';
import {completeWords} from '../modes/without-cluster/completion/candidates.js';
import type {Invocation} from '../modes/invocation.js';
import type {ClusterNames, ShellCompletion} from '../modes/without-cluster/completion/candidate.js';
import {namesInCluster, noNames} from '../modes/without-cluster/completion/names.js';
import {compileCacheFolder} from '../modes/startup/compile-cache.js';
import {clusterNames} from '../settings/clusters/cluster-names.js';
import {openSettings} from '../settings/file/load-settings.js';
import {openProvider} from './opening/open-provider.js';
import {resolveCluster} from './opening/resolve-cluster.js';
import {readFlags} from './command-line/flags.js';
import {readArguments} from './command-line/arguments.js';

/** Flags that identify the cluster. */
const ofCluster = /^--(?:master-addr|ssl-ca|ssl-cert|ssl-key|file|simulate|config)(?:=|$)/v;

const clusterWords = (words: readonly string[]): string[] =>
	words.flatMap((word, index) => {
		if (word.startsWith('@')) {
			return [word];
		}

		if (!ofCluster.test(word)) {
			return [];
		}

		const next = words[index + 1];
		return word.includes('=') || next === undefined || next.startsWith('-') ? [word] : [word, next];
	});

/** Where the names come from; undefined where nothing may be asked, such as a user's program. */
const openCluster = async (words: readonly string[], invocation: Invocation): Promise<ClusterNames> => {
	const {environment} = invocation;
	const given = readArguments(clusterWords(words));
	const file = await openSettings(given.values.config, environment);
	const [name] = given.clusters;
	const flags = readFlags(given, await resolveCluster(given, file, name, invocation));
	const {origin} = flags;
	const isAsked =
		origin.kind === 'http' || origin.kind === 'simulator' || (origin.kind === 'file' && origin.path !== '-');
	return isAsked
		? namesInCluster(
				origin,
				async () => openProvider(origin, flags, invocation.input),
				compileCacheFolder(environment),
			)
		: noNames;
};

/** Errors give no candidates. */
const orNone = async <Value>(work: () => Promise<Value>, none: Value): Promise<Value> => {
	try {
		return await work();
	} catch {
		return none;
	}
};

const answer = ({candidates, files}: ShellCompletion, lines: readonly string[]): string => {
	const goesOn = candidates.length > 0 && candidates.every(candidate => candidate.goesOn);
	return [
		[...(files === undefined ? [] : ['files']), ...(goesOn ? ['nospace'] : [])].join(' '),
		...lines,
		'',
	].join('\n');
};

/** Answers a shell. */
export const answerShell = async (
	shell: string,
	given: readonly string[],
	invocation: Invocation,
): Promise<void> => {
	await speakLanguage(languageOf([], invocation.environment));
	const [line = '', breaks = ''] = given;
	const bash = shell === 'bash' ? readBashLine(line) : undefined;
	const words = bash ? bash.words.slice(1) : given;
	const completion = await completeWords(words, {
		cluster: async () => orNone(async () => openCluster(words.slice(0, -1), invocation), noNames),
		profiles: async () => clusterNames(invocation.environment),
		async scenarios() {
			const {listScenarios} = await import('../simulator/scenario/load.js');
			return listScenarios();
		},
	});
	const typed = words.at(-1) ?? '';
	const lines = completion.candidates.map(({value, description}) =>
		bash
			? forBash(value, {typed, quote: bash.quote, breaks})
			: `${value}${description === '' ? '' : `\t${description}`}`,
	);
	invocation.output.write(answer(completion, lines));
};
