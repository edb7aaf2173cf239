/** The configuration of a dm-master and of a dm-worker, as `get-config` prints it. */
import type {MasterModel, Simulation, WorkerModel} from '../model/model.js';
import {toml} from './toml.js';

const log = {'log-level': 'info', 'log-format': 'text', 'log-rotate': ''} as const;

/** No certificates, and any name on them. */
const security = {'ssl-ca': '', 'ssl-cert': '', 'ssl-key': '', 'cert-allowed-cn': []} as const;

/** The configuration of one dm-master, TOML. */
export const masterToml = ({masters}: Simulation, {name, address, peerAddress}: MasterModel): string =>
	toml({
		...log,
		'log-file': `/var/log/${name}.log`,
		'rpc-timeout': '30s',
		'rpc-rate-limit': 10,
		'rpc-rate-burst': 40,
		'master-addr': address,
		'advertise-addr': address,
		'config-file': '',
		name,
		'data-dir': `/data/${name}`,
		'peer-urls': `http://${peerAddress}`,
		'advertise-peer-urls': `http://${peerAddress}`,
		'initial-cluster': masters.map(each => `${each.name}=http://${each.peerAddress}`).join(','),
		'initial-cluster-state': 'new',
		join: '',
		'max-txn-ops': 2048,
		'max-request-bytes': 1_572_864,
		'auto-compaction-mode': 'periodic',
		'auto-compaction-retention': '1h',
		'quota-backend-bytes': 2_147_483_648,
		openapi: true,
		'v1-sources-path': '',
		...security,
		'secret-key-path': '',
		experimental: {openapi: false},
	});

/** The configuration of one dm-worker, TOML. */
export const workerToml = ({masters}: Simulation, {name, address, relayDir}: WorkerModel): string =>
	toml({
		name,
		...log,
		'log-file': `/var/log/${name}.log`,
		'redact-info-log': false,
		join: masters.map(master => master.address).join(','),
		'worker-addr': address,
		'advertise-addr': address,
		'config-file': '',
		'keepalive-ttl': 60,
		'relay-keepalive-ttl': 1800,
		'relay-dir': relayDir,
		...security,
	});
