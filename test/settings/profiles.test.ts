/** Clusters by their names: those of the settings file, and those that tiup has deployed. */
import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {beforeEach, expect, test} from 'vitest';
import {clusterNames} from '../../source/settings/clusters/cluster-names.js';
import {noFileSettings} from '../../source/settings/file/file-settings.js';
import {findProfile} from '../../source/settings/clusters/profiles.js';
import {makeFolder} from '../folder.js';

let home: string;
let environment: NodeJS.ProcessEnv;

beforeEach(() => {
	home = makeFolder().path;
	environment = {TIUP_HOME: home, XDG_CONFIG_HOME: path.join(home, 'config')};
});

const folderOf = (name: string): string => path.join(home, 'storage', 'dm', 'clusters', name);

const deploy = async (name: string, meta: string): Promise<void> => {
	await mkdir(folderOf(name), {recursive: true});
	await writeFile(path.join(folderOf(name), 'meta.yaml'), meta);
};

/** As tiup dm writes it. */
const topology = (enableTls: boolean): string => `user: tidb
dm_version: v7.5.5
topology:
  global:
    user: tidb
    ssh_port: 22${enableTls ? '\n    enable_tls: true' : ''}
    deploy_dir: /dm-deploy
  server_configs:
    master: {}
  master_servers:
  - host: 10.0.1.11
    ssh_port: 22
    name: dm-10.0.1.11-8261
    port: 8261
    peer_port: 8291
  - host: "fd00::12"
    port: 18261
  worker_servers:
  - host: 10.0.1.21
    port: 8262
  monitoring_servers:
  - host: 10.0.1.20
    port: 9091
  grafana_servers:
  - host: 10.0.1.20
    port: 3000
`;

test('a cluster of tiup is a profile with its masters, TLS and Prometheus', async () => {
	await deploy('prod-dm', topology(true));
	const {name, values} = await findProfile('tiup:prod-dm', noFileSettings, environment);
	expect(name).toBe('tiup:prod-dm');
	expect([...values]).toStrictEqual([
		['master-addr', '10.0.1.11:8261,[fd00::12]:18261'],
		['name', 'prod-dm'],
		['ssl-ca', path.join(folderOf('prod-dm'), 'tls', 'ca.crt')],
		['ssl-cert', path.join(folderOf('prod-dm'), 'tls', 'client.crt')],
		['ssl-key', path.join(folderOf('prod-dm'), 'tls', 'client.pem')],
		['prometheus', 'http://10.0.1.20:9091'],
	]);
});

test('without TLS and Prometheus it has neither, and a profile may add to it', async () => {
	await deploy('small', 'topology:\n  master_servers:\n  - host: 10.0.1.11\n');
	const file = {
		path: '/c.toml',
		top: new Map(),
		clusters: new Map([
			[
				'lab',
				new Map<string, string>([
					['tiup', 'small'],
					['name', 'lab'],
					['colour', 'red'],
				]),
			],
		]),
	};
	const {values} = await findProfile('lab', file, environment);
	expect(Object.fromEntries(values)).toStrictEqual({
		'master-addr': '10.0.1.11:8261',
		name: 'lab',
		tiup: 'small',
		colour: 'red',
	});
});

test.each([
	['topology: [', /^The topology of @tiup:bad cannot be read: .*meta\.yaml: /v],
	[
		'topology:\n  tikv_servers: []\n',
		/meta\.yaml names no master_servers: it is not the topology of a DM cluster\.$/v,
	],
	['', /names no master_servers/v],
])('a topology of %j is reported', async (meta, message) => {
	await deploy('bad', meta);
	await expect(findProfile('tiup:bad', noFileSettings, environment)).rejects.toThrow(message);
});

test('an unknown cluster is reported with the known ones', async () => {
	await expect(findProfile('x', noFileSettings, environment)).rejects.toThrow(
		'There is no cluster @x. None has a name yet: dm-top config edit',
	);
	await expect(findProfile('tiup:x', noFileSettings, environment)).rejects.toThrow(
		'There is no cluster @tiup:x. tiup has no DM clusters in',
	);
	await deploy('prod-dm', topology(false));
	const clusters = new Map([
		['prod', new Map()],
		['staging', new Map()],
	]);
	const file = {path: '/c.toml', top: new Map(), clusters};
	await expect(findProfile('prdo', file, environment)).rejects.toThrow(
		'There is no cluster @prdo; did you mean @prod? Clusters: @prod, @staging, @tiup:prod-dm.',
	);
	await expect(findProfile('', file, environment)).rejects.toThrow(
		'Which cluster? Clusters: @prod, @staging, @tiup:prod-dm.',
	);
	await expect(findProfile('tiup:prod-md', file, environment)).rejects.toThrow(
		'There is no cluster @tiup:prod-md; did you mean prod-dm? There are @tiup:prod-dm.',
	);
	await expect(findProfile('constructor', file, environment)).rejects.toThrow(
		'There is no cluster @constructor.',
	);
});

test('a shell completes them, and nothing if the file is broken', async () => {
	await deploy('prod-dm', topology(false));
	expect(await clusterNames(environment)).toStrictEqual(['@tiup:prod-dm']);
	await mkdir(path.join(home, 'config', 'dm-top'), {recursive: true});
	const file = path.join(home, 'config', 'dm-top', 'config.toml');
	await writeFile(file, '[clusters.lab]\nsimulate = "shop"\n');
	expect(await clusterNames(environment)).toStrictEqual(['@lab', '@tiup:prod-dm']);
	await writeFile(file, '[clusters.lab');
	expect(await clusterNames(environment)).toStrictEqual(['@tiup:prod-dm']);
	expect(await clusterNames(environment, path.join(home, 'no-such'))).toStrictEqual(['@tiup:prod-dm']);
});
