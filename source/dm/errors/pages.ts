/** The pages of PingCAP's documentation that the entries refer to. */
import {say} from '../../language/say.js';

/** Page names at docs.pingcap.com/tidb/stable, by topic. */
const pages = {
	arch: 'dm-arch',
	bestPractices: 'dm-best-practices',
	charset: 'character-set-and-collation',
	compatibility: 'dm-compatibility-catalog',
	createTask: 'dm-create-task',
	ddl: 'handle-failed-ddl-statements',
	errors: 'dm-error-handling',
	exportConfig: 'dm-export-import-config',
	expressionFilter: 'feature-expression-filter',
	faq: 'dm-faq',
	filter: 'dm-binlog-event-filter',
	lightningCheck: 'tidb-lightning-prechecks',
	lightningErrors: 'troubleshoot-tidb-lightning',
	lightningPhysical: 'tidb-lightning-physical-import-mode-usage',
	limits: 'tidb-limitations',
	lists: 'dm-block-allow-table-lists',
	locks: 'manually-handling-sharding-ddl-locks',
	maintain: 'maintain-dm-using-tiup',
	masterConfig: 'dm-master-configuration-file',
	moreColumns: 'migrate-with-more-columns-downstream',
	mysqlCompatibility: 'mysql-compatibility',
	onlineDdl: 'feature-online-ddl',
	openapi: 'dm-open-api',
	optimistic: 'feature-shard-merge-optimistic',
	performance: 'dm-handle-performance-issues',
	pessimistic: 'feature-shard-merge-pessimistic',
	precheck: 'dm-precheck',
	privileges: 'dm-worker-intro',
	queryStatus: 'dm-query-status',
	relay: 'relay-log',
	routes: 'dm-table-routing',
	safeMode: 'dm-safe-mode',
	schema: 'dm-manage-schema',
	secretKey: 'dm-customized-secret-key',
	shardMerge: 'shard-merge-best-practices',
	source: 'dm-manage-source',
	sourceConfig: 'dm-source-configuration-file',
	stopTask: 'dm-stop-task',
	switchUpstream: 'usage-scenario-master-slave-switch',
	task: 'task-configuration-file-full',
	tidbErrors: 'error-codes',
	tls: 'dm-enable-tls',
	upgrade: 'manually-upgrade-dm-1.0-to-2.0',
	validation: 'dm-continuous-data-validation',
	workerConfig: 'dm-worker-configuration-file',
} as const;

/** The name under which an entry refers to a page. */
export type DocumentationPage = keyof typeof pages;

/** The URL of a page, in the chosen language. */
export const pageUrl = (page: DocumentationPage): string =>
	say('https://docs.pingcap.com/tidb/stable/{page}', {page: pages[page]});
