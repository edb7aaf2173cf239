/**
 * The clusters that tiup has deployed from this machine, as profiles: addresses, TLS and Prometheus of its topology.
 */
import {readdirSync} from 'node:fs';
import path from 'node:path';
import {say} from '../../language/say.js';
import {namesText, sentences} from '../../language/sentences.js';
import {isObject} from '../../dm/values/json-object.js';
import {didYouMean} from '../../dm/nearest.js';
import {homeFolder} from '../../terminal/files/home-folder.js';
import {readTextFileSync} from '../../terminal/files/text-file.js';
import {messageOf} from '../../terminal/thrown.js';
import type {SettingValue, SettingValues} from '../flags/setting-value.js';
import {UsageError} from '../usage-error.js';
import type {Environment} from '../../terminal/capabilities.js';

/** Where tiup keeps its DM clusters. */
export const tiupFolder = (environment: Environment): string => {
	const home = environment['TIUP_HOME'] ?? '';
	return path.join(home === '' ? path.join(homeFolder(), '.tiup') : home, 'storage', 'dm', 'clusters');
};

/** The names of the clusters that tiup knows; [] where there is no tiup. */
export const tiupNames = (environment: Environment): readonly string[] => {
	try {
		return readdirSync(tiupFolder(environment), {withFileTypes: true})
			.filter(entry => entry.isDirectory())
			.map(({name}) => name)
			.toSorted();
	} catch {
		return [];
	}
};

const servers = (topology: unknown, kind: string): ReadonlyArray<Readonly<Record<string, unknown>>> => {
	const list = isObject(topology) ? Object.entries(topology).find(([key]) => key === kind)?.[1] : undefined;
	return Array.isArray(list) ? list.filter(server => isObject(server)) : [];
};

const addressOf = ({host, port}: Readonly<Record<string, unknown>>, usualPort: number): string => {
	const name = typeof host === 'string' ? host : '';
	return name === ''
		? ''
		: `${name.includes(':') ? `[${name}]` : name}:${typeof port === 'number' ? port : usualPort}`;
};

/**
 * The values of a profile from tiup's `meta.yaml`; the file's folder contains the files for TLS. Undefined where it is
 * not the topology of a DM cluster.
 */
export const tiupValues = (meta: unknown, folder: string, name: string): SettingValues | undefined => {
	const topology = isObject(meta) ? meta['topology'] : undefined;
	const masters = servers(topology, 'master_servers')
		.map(server => addressOf(server, 8261))
		.filter(address => address !== '');
	if (masters.length === 0) {
		return undefined;
	}

	const global = isObject(topology) ? topology['global'] : undefined;
	const hasTls = isObject(global) && global['enable_tls'] === true;
	const [monitor] = servers(topology, 'monitoring_servers').map(server => addressOf(server, 9090));
	const tls: ReadonlyArray<readonly [string, SettingValue]> = hasTls
		? [
				['ssl-ca', path.join(folder, 'tls', 'ca.crt')],
				['ssl-cert', path.join(folder, 'tls', 'client.crt')],
				['ssl-key', path.join(folder, 'tls', 'client.pem')],
			]
		: [];
	return new Map<string, SettingValue>([
		['master-addr', masters.join(',')],
		['name', name],
		...tls,
		...(monitor === undefined || monitor === '' ? [] : [['prometheus', `http://${monitor}`] as const]),
	]);
};

/**
 * The values of a tiup cluster. The YAML library is only loaded for this.
 *
 * @throws {UsageError} when there is none of that name, or its topology cannot be read.
 */
export const readTiupCluster = async (name: string, environment: Environment): Promise<SettingValues> => {
	const names = tiupNames(environment);
	const clusters = tiupFolder(environment);
	if (!names.includes(name)) {
		const list = namesText(names.map(one => `@tiup:${one}`));
		const there =
			names.length === 0
				? say('tiup has no DM clusters in {folder} (TIUP_HOME names another place).', {folder: clusters})
				: say('There are {names}.', {names: list});
		throw new UsageError(
			sentences(
				say('There is no cluster {name}{hint}', {
					name: `@tiup:${name}`,
					hint: didYouMean(name, names) || say('.'),
				}),
				there,
			),
		);
	}

	const folder = path.join(clusters, name);
	const file = path.join(folder, 'meta.yaml');
	let meta: unknown;
	try {
		const text = readTextFileSync(file);
		// A bundled CommonJS module has no names to take, only its default export.
		const {default: yaml} = await import('yaml');
		meta = yaml.parse(text);
	} catch (error) {
		throw new UsageError(
			say('The topology of {name} cannot be read: {file}: {why}', {
				name: `@tiup:${name}`,
				file,
				why: messageOf(error).split('\n', 1)[0]!,
			}),
		);
	}

	const values = tiupValues(meta, folder, name);
	if (!values) {
		throw new UsageError(
			say('{file} names no master_servers: it is not the topology of a DM cluster.', {file}),
		);
	}

	return values;
};
