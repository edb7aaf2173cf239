import {formatBytes} from '../../components/quantity.js';
import type {BinlogDistance} from '../../dm/positions/binlog.js';
import {say} from '../../language/say.js';

/** A distance in the binlog in words: "12 MB", "1 binlog file", "3 binlog files". */
export const distanceText = ({files, bytes}: BinlogDistance): string =>
	files === 0 ? formatBytes(bytes) : say('{files} binlog {files|file|files}', {files});
