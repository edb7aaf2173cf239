/** A source's configuration, as `get-config source` prints it. */
import type {SourceModel} from '../model/model.js';
import {hiddenPassword} from '../../dm/secrets/hidden-password.js';
import {yaml} from './yaml.js';

/** The server ID that DM registers with at an upstream; it is made of the source's host and port. */
const serverId = ({upstream}: SourceModel): number =>
	429_500_000 + (upstream.port % 1000) * 97 + upstream.host.length;

/** The password is masked. */
export const sourceYaml = (source: SourceModel): string =>
	yaml({
		enable: source.isEnabled,
		'enable-gtid': true,
		'auto-fix-gtid': false,
		'relay-dir': 'relay-dir',
		'meta-dir': '',
		flavor: source.upstream.flavor,
		charset: '',
		'enable-relay': source.enablesRelay,
		'relay-binlog-name': '',
		'relay-binlog-gtid': '',
		'source-id': source.name,
		from: {
			host: source.upstream.host,
			port: source.upstream.port,
			user: 'dm',
			password: hiddenPassword,
			'max-allowed-packet': null,
			session: {},
			security: null,
		},
		purge: {interval: 3600, expires: 0, 'remain-space': 15},
		checker: {
			'check-enable': true,
			'backoff-rollback': '5m0s',
			'backoff-max': '5m0s',
			'check-interval': '5s',
			'backoff-min': '1s',
			'backoff-jitter': true,
			'backoff-factor': 2,
		},
		'server-id': serverId(source),
		tracer: {},
		'case-sensitive': false,
		filters: [],
	});
