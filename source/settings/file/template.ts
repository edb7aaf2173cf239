/**
 * A new settings file: every key with its purpose, commented out, so that it sets nothing.
 */
import {say} from '../../language/say.js';
import {type ThresholdName, thresholdNames, thresholdTable} from '../../findings/thresholds.js';
import {keysOf, settingKeys} from '../flags/setting-keys.js';

const keyLines = (where: 'cluster' | 'top', keys: readonly string[]): string[] =>
	keysOf(where).flatMap(key => {
		const {setting} = settingKeys.get(key)!;
		return keys.includes(key) ? [`# ${say(setting.comment)}`, `#${key} = ${setting.example}`] : [];
	});

/** A default as it would be written. */
const defaultText = (name: ThresholdName): string => {
	const {unit, default: value} = thresholdTable[name];
	switch (unit) {
		case 'count': {
			return String(value);
		}

		case 'bytes': {
			return `"${value / 2 ** 30}GiB"`;
		}

		case 'seconds': {
			return value % 3600 === 0
				? `"${value / 3600}h"`
				: value % 60 === 0
					? `"${value / 60}m"`
					: `"${value}s"`;
		}
	}
};

const isOfCluster = (key: string): boolean => settingKeys.get(key)!.setting.isOfCluster === true;

/** The text of a new settings file. */
export const settingsTemplate = (): string => {
	const general = keysOf('top').filter(key => !isOfCluster(key));
	const own = keysOf('cluster').filter(
		key => isOfCluster(key) || settingKeys.get(key)!.setting.scope === 'cluster',
	);
	return [
		`# ${say('Settings of dm-top. The environment overrides this file, and flags override both.')}`,
		`# ${say('dm-top config shows what is in effect and where it comes from; dm-top config schema prints a JSON schema for editors.')}`,
		'',
		...keyLines('top', general),
		'',
		`# ${say('A cluster: dm-top @prod watches it. All keys above may stand in it too; paths start at the folder of this file.')}`,
		'#[clusters.prod]',
		...keyLines('cluster', own),
		'',
		`# ${say('Thresholds from which something is reported, in all clusters; [clusters.prod.thresholds] for one. "off" never reports it.')}`,
		'#[thresholds]',
		...thresholdNames.flatMap(name => [
			`# ${say(thresholdTable[name].help)}`,
			`#${name} = ${defaultText(name)}`,
		]),
		'',
	].join('\n');
};
