/** A source as OpenAPI shows it (SourceCfgToOpenAPISource, dm/config/source_converter.go), and its status. */
import {hiddenPassword} from '../../../dm/secrets/hidden-password.js';
import type {Json} from '../../model/json.js';
import type {SourceJson} from '../../answers/messages.js';
import type {SourceModel} from '../../model/model.js';

/** A worker's answer about a source. */
export const sourceStatus = (answer: SourceJson): Json => {
	const {source, worker, relayStatus} = answer.sourceStatus;
	return {
		...(!answer.result && {error_msg: answer.msg}),
		...(relayStatus !== null && {
			relay_status: {
				master_binlog: relayStatus.masterBinlog,
				master_binlog_gtid: relayStatus.masterBinlogGtid,
				relay_binlog_gtid: relayStatus.relayBinlogGtid,
				relay_catch_up_master: relayStatus.relayCatchUpMaster,
				relay_dir: relayStatus.relaySubDir,
				stage: relayStatus.stage,
			},
		}),
		source_name: source,
		worker_name: worker,
	};
};

/** With its status and the names of its tasks if the status is given. */
export const sourceJson = (
	{name, upstream, subtasks, isEnabled}: SourceModel,
	statusList?: readonly Json[],
): Json => ({
	enable: isEnabled,
	enable_gtid: true,
	flavor: upstream.flavor,
	host: upstream.host,
	password: hiddenPassword,
	port: upstream.port,
	purge: {expires: 0, interval: 3600, remain_space: 15},
	// A relay that is enabled over OpenAPI or with a worker's name is not in the source's configuration.
	relay_config: {
		enable_relay: false,
		relay_binlog_gtid: '',
		relay_binlog_name: '',
		relay_dir: 'relay-dir',
	},
	security: null,
	source_name: name,
	...(statusList !== undefined && {
		status_list: statusList,
		task_name_list: subtasks.map(({task}) => task.name).toSorted(),
	}),
	user: 'dm',
});
