import {expect, test} from 'vitest';
import {parseStatus} from '../../../source/index.js';
import {readFixture} from '../recorded.js';

/** In the style of the published documents: comments, the spelling of 1.0 errors, quoted numbers, lists without commas. */
const published = `
» query-status test
{
    "result": true,     # whether the query worked; "msg" says why not
    "msg": "",          # 失败原因 {描述}
    "sources": [        # upstream MySQL
        {
            "result": true,
            "msg": "",
            "sourceStatus": {
                "source": "mysql-replica-01",
                "worker": "worker1",
                "result": null,
                "relayStatus": null
            },
            "subTaskStatus": [
                {
                    "name": "test",
                    "stage": "Running",     # New, Running, Paused, ...
                    "unit": "Sync",
                    "result": null,
                    "unresolvedDDLLockID": "test-\`test\`.\`t_target\`",  # lock # ID
                    "sync": {
                        "masterBinlog": "(bin.000001, 3234)",   # "quoted" remark
                        "masterBinlogGtid": "c0149e17-dff1-11e8-b6a8-0242ac110004:1-14",
                        "syncerBinlog": "(bin.000001, 2525)",
                        "syncerBinlogGtid": "",
                        "blockingDDLs": [
                            "USE \`test\`; ALTER TABLE \`test\`.\`t_target\` DROP COLUMN \`age\`; # no remark"
                        ],
                        "unresolvedGroups": [
                            {
                                "target": "\`test\`.\`t_target\`",
                                "DDLs": [
                                    "USE \`test\`; ALTER TABLE \`test\`.\`t_target\` DROP COLUMN \`age\`;"
                                ],
                                "firstPos": "(bin|000001.000001, 3130)",
                                "synced": [             # tables that have read the DDL
                                    "\`test\`.\`t_target2\`"
                                    "\`test\`.\`t_target3\`"
                                    "\`test\`.\`t_target1\`"
                                ],
                                "unsynced": [
                                ]
                            }
                        ],
                        "synced": false,
                        "totalRows": "12",
                        "totalRps": "1",
                        "recentRps": "1"
                    }
                }
            ]
        },
        {
            "result": true,
            "sourceStatus": {
                "source": "mysql-replica-02",
                "worker": "worker2"
            },
            "subTaskStatus": [
                {
                    "name": "test",
                    "stage": "Paused",
                    "unit": "Load",
                    "result": {
                        "isCanceled": false,
                        "errors": [
                            {
                                "Type": "ExecSQL",
                                "msg": "Error 1062: Duplicate entry '1' for key 'PRIMARY'\\nfile test.t1.sql"
                            }
                        ],
                        "detail": null
                    },
                    "load": {
                        "finishedBytes": "115",
                        "totalBytes": "452",
                        "progress": " 25.44 %",
                        "bps": "2734",
                    },
                }
            ]
        },
        {
            "result": true,
            "msg": "",
            "sourceStatus": {
                "source": "mysql-replica-04",
                "worker": "worker4",
                "result": null,
                "relayStatus": null
            },
            "subTaskStatus": [
                {
                    "name": "test",
                    "stage": "Running",
                    "unit": "Dump",
                    "result": null,
                    "unresolvedDDLLockID": "",
                    "dump": {
                        "totalTables": "10",
                        "completedTables": "3",
                        "finishedBytes": "2542",
                        "finishedRows": "32",
                        "estimateTotalRows": "563",
                        "progress": "30.52 %",
                        "bps": "445"
                    }
                }
            ]
        }
    ]
}
`;

test('the published document is read with its comments, its older names and its missing commas', () => {
	const {form, tasks, sources, notes} = parseStatus(published);
	expect(form).toBe('query-status');
	expect(notes).toEqual([]);
	expect(tasks).toHaveLength(1);
	expect(tasks[0]).toMatchObject({
		name: 'test',
		statusText: 'Error - Some error occurred in subtask. Please run `query-status test` to get more details.',
		incomplete: false,
	});
	const [sync, load, dump] = sources.map(({subtasks}) => subtasks[0]);
	expect(sync?.unresolvedDDLLockID).toBe('test-`test`.`t_target`');
	expect(sync?.sync).toMatchObject({
		masterBinlog: '(bin.000001, 3234)',
		blockingDDLs: ['USE `test`; ALTER TABLE `test`.`t_target` DROP COLUMN `age`; # no remark'],
		unresolvedGroups: [
			{
				target: '`test`.`t_target`',
				firstLocation: '(bin|000001.000001, 3130)',
				synced: ['`test`.`t_target2`', '`test`.`t_target3`', '`test`.`t_target1`'],
				unsynced: [],
			},
		],
		synced: false,
		totalRows: 12,
		secondsBehindMaster: undefined,
	});
	expect(load?.result?.errors).toEqual([
		{
			class: '',
			scope: '',
			level: '',
			message: "Error 1062: Duplicate entry '1' for key 'PRIMARY'\nfile test.t1.sql",
			rawCause: '',
			workaround: '',
			type: 'ExecSQL',
		},
	]);
	expect(load?.load).toMatchObject({finishedBytes: 115, totalBytes: 452, progress: '25.44 %', bps: 2734});
	expect(dump?.dump).toEqual({
		totalTables: 10,
		completedTables: 3,
		finishedBytes: 2542,
		finishedRows: 32,
		estimateTotalRows: 563,
		bps: 445,
		progress: '30.52 %',
	});
});

const list = readFixture('dm-v7.5/syncing/dmctl-list.json');

test.each([
	['a byte order mark', (text: string) => `\u{FEFF}${text}`],
	['a prompt', (text: string) => `» query-status\n${text}`],
	['an older prompt, and the next one', (text: string) => `>> query-status\n${text}\n>> `],
	[
		'a shell’s prompt and what tiup prints',
		(text: string) =>
			`$ tiup dmctl --master-addr 10.0.1.11:8261 query-status\nStarting component dmctl: /root/.tiup/dmctl\n${text}\n[root@host ~]$`,
	],
	['a fence', (text: string) => `\`\`\`json\n${text}\n\`\`\``],
	[
		'a page around it',
		(text: string) =>
			`# Query status\n\n{{< copyable "" >}}\n\n\`\`\`\n» query-status\n${text}\n\`\`\`\n\nFor the status of a task, see below.\n`,
	],
	[
		'the head of an HTTP answer',
		(text: string) => `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${text}`,
	],
	['line ends of Windows', (text: string) => `» query-status\n${text}`.replaceAll('\n', '\r\n')],
	['blank lines', (text: string) => `\n\n  ${text}\n\n\t\n`],
	['remarks behind every line', (text: string) => text.replaceAll('\n', ' # "remark" {\n')],
])('%s around a document changes nothing', (_name, wrap) => {
	expect(parseStatus(wrap(list))).toEqual(parseStatus(list));
});

test('a missing comma is added only between two entries on separate lines', () => {
	const withNames = (names: string) =>
		`{"result": true, "msg": "", "tasks": [{"taskName": "t", "taskStatus": "Running", "sources": [${names}]}]}`;
	expect(parseStatus(withNames('"a"\n"b",\n"c"\n')).tasks[0]?.sources.map(({source}) => source)).toEqual([
		'a',
		'b',
		'c',
	]);
	expect(() => parseStatus(withNames('"a" "b"'))).toThrow(
		'Expected a comma or "]" inside $.tasks[0].sources',
	);
});
