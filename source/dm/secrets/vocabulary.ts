import {spokenTexts} from '../../language/say.js';

/**
 * The words that are kept in a sentence of a redacted recording: those of DM's own errors, and of messages from MySQL,
 * TiDB, the network and dm-top. Anything else may be private.
 */

const words = `
	_lightning_checkpoint _loader_checkpoint _onlineddl _syncer_checkpoint a aborted aborts about above absent
	absolute accept accepted accepts access accessdenied accessible account acquire action active activeddl
	activeidx add added adding addr address addressed addresses adds adjusting admin advanced advertise affected
	after afterwards again against ago agree ahead alike alive all allow allowed allows alone alphabetic already
	alreadyexists also alter although ambiguous an analyze and again another ansible answer answered answers any
	anything apart api apis appears application applications applied apply archive are aren args argument
	arguments arithmetic around as ascii aside ask asked asks assertion ast async at attempt attribute audit
	auth authentication author authority auto auto_position autocommit automatic automatically available await
	away azure b back backend background backoff backup backup_admin backups bad balanced balancer base batch
	batches be became because become been before began begin beginning begins begun behind being belong belongs
	below beside between big bigger bigint bin binary bind binds binglog binlog binlog_format binlog_gtid
	binlog_row_image binlogs binlogtype bit blind blindly blob block blockddlowner blocked blocking blockingddls
	blocks body bogus boolean bootstrapped both bottleneck bound breaks bring broke broken bucket buffer bug
	burst busy but by byte bytes bzip ca cache cacheddlinfo caching caching_sha2_password calc call called
	caller came campaign can cancel canceled cancelled cannot capacity care carried carry cascade case cat catch
	catching causality cause caused cdc cert certificate certificates chan change changed changes changing char
	character characters charset check checked checking checkpoint checkpoints checks checksum checksums
	checktableempty child choose choosing chosen chunk chunks ci cipher ciphertext claim clash clashing class
	clause cleaned clear client clock clocks close closed closing cloud cluster clustered cmp code coercible
	collate collation collations collect collision colon colons column columns com come comes command commands
	commas comment commit committed compare compared compares comparing compatibility compatible complete
	compressed concerns condition config configs configuration configurations configured configurtion confirm
	confirmed conflict conflicting conflicts connect connected connecting connection connections connects
	consistency consistent console const constant constraint constraints contact contain contained containing
	contains content context continue continuous contradict control conversion convert converted copied copy
	correct corrected correctly corresponding corrupt corrupted could couldn count counters counts cover cpu
	crash crashed crashes crc create created critical csv cure curing curr current currently cursor cut
	cutoverbinlogpos d damage damaged dash data database databases dataloss date dates datetime daylight days db
	dc ddl ddlitems ddllockinfo ddls deadline deadlineexceeded deadlock deadlocks decide decides decimal decode
	decrypt decrypted default defaults defined definer definition del delay delete deleted deletes denied depend
	deployment deprecated desc detail detailed details detect detected detection dev device dial dialing dialled
	did didn diff differ difference different differs dir directly directories directory dirpath disable
	disabled disallowed disk diskfull disks dispatch dm dm_meta dmctl dml dmlnode dmmaster dmworker dns do docs
	document documentation documents does doesn doing don done dotted double down downgrade downgraded
	downstream driver drop dropped drops dsn dummy dump dumped dumped_data dumpling dumps duplicate duplicated
	duplicates duplication duration during each earlier early edited effect either elect elected else elsewhere
	embed emit emoji emptied empty emptying enable enabled encode encoded encountered encrypt encrypted encrypts
	end ended ending endlocation endpoint endpoints ends enforce enforce_gtid_consistency engine enough ensure
	entry enum env eof equal err errcheckcdcpitr errcheckclusterregion errchecklocalresource errclass errcode
	errcreatekvclient errcreatepdclient errcreateschema errfounddataconflictrecords errfoundduplicatekeys
	errfoundindexconflictrecords errlevel errnotfound error errorrowsstatus errors errpausegc errrestore
	errschemanotexists errscope errsystemrequirementnotmet errunknown estimate etc etcd etcdserver event events
	ever every everything everywhere evict evicting eviction exactly exceed exceeded exceeding exceeds except
	exec execddl execute executed executeddl execution exhausted exist existing exists exit
	exit_safe_binlog_gtid exit_safe_binlog_name exit_safe_binlog_pos expect expectant expected expire expired
	expires explain explicit export exporting exports expression expressions external extra extract fail failed
	failedprecondition failing failover failpoint fails failure fake fall falling falls false far fast faster
	fatal faulty feature fetch few fewer field fields file filename files filesize filesort fill filter filtered
	filters final find finding findings finds finish finished finishing firewall first firstlocation fit fits
	five fix flag flags flavor floating flush flushes folder follow following follows for forbid forbidden
	forbids force foreign forget forgotten form format formatdescriptionevent former forms forward found free
	frequently from front frozen ftwrl full fully function functional functions further future gap gateway gave
	gb gbk gc gcs gen general generate generated generator geometry get getent gh ghost github give given gives
	giving global globally go goes going gone good got gracefully grammar grant granted grants greater grep
	group groups grow growing grown grows grpc gtid gtid_binlog_pos gtid_domain_id gtid_executed gtid_mode
	gtid_purged gtid_strict_mode gtidevent gtids guards guess guide gunzip ha had half hand handle handled
	handler handling hands handshake hang hangs happen happened happens harm has hash have haven head header
	headers heads heals health healthy heartbeat help here hex hexadecimal hidden hide hides high hold holds
	host hostgroup hostname hosts hot how however http https hy hy000 i iconv id identified identifier idle if
	ignore ignored illegal image implemented implicit import imported imports impossible improper in inc
	incapable include including incompatible inconsistent incorrect increase increment incremental indentation
	index indexes info information infos init initial initialize inject injected inner innodb inotify input
	insecure insensitive insert inside insists inspector instance instances instead instruction int integer
	intend internal interrupted interval into invalid invalidaccesskeyid invalidargument invalidstage
	invalidunit io ip ipv is issuer issues it item items iterate its itself iv job jobs join joined js json jump
	just karam keep keepalive keeps kept key keys kill killed kilobytes kind kinds know knowing known knows kv
	lack lacks lag lags large larger last late later latest latin lay ld lead leader leaderaddress leads leaks
	learnt lease least leave leaves left leftover leftovers length less let lets level leveldb levels lib lie
	lies life lightning like limit limited limits line lines link list listed listens lists literal little load
	loaded loader loaders loads local location lock locked locks log log_bin log_slave_updates logger logging
	logical login logs long longer look looked looking looks lookup loose loosen lose loses lost low lower
	lower_case_table_names machine machines made majority make makes malformed management manual manually many
	map mapping mappings mariadb mariadbgtidevent mariadbgtidlistevent mark marked marks marshal masked master
	master_auto_position masterbinlog masterbinloggtid masters match matched matches matching matter max
	max_allowed_packet max_user_connections maximum may maybe mb mdl means meant meanwhile measured medium
	mediumblob mediumtext meet meets mem member members memory mentioned merge merging message messages met meta
	metabinlog metabinloggtid metadata method mib middle migrated migration min minimum minus minute minutes
	misbehaving misconfigured mismatch mismatched missing misspelled mistake mistyped mkdir mock mode modify
	modifying moment monitor more most mostly move moved moves moving ms msg much multi multiple must my
	mydumper mydumpers mysql mysql_native_password mysqlbinlog mysqld name named names narrow narrowed narrower
	native nature nc near need needed needn needs neither nested net network never new newer newest next nightly
	nil no nobody nocredentialproviders node non nonaggregated none nor nosuchbucket not note notfound nothing
	notice now nowhere npm null number numbers numeric o object observation observations observe occurred occurs
	of off offline offset often ok old older oldest on once one ones online onlineddl only oom op open openapi
	opened operand operate operated operates operation operations operator opportunity optimist optimistic
	option optional options or order origin osc ost other others otherwise out outcome outofrange output outside
	over overflow overflowed overflows overloaded override overwrite overwrites own owner packet packets page
	pair panic parallel param parameter params parent parquet parse parsed parser part partition partitioned
	partitioning partitions parts pass passed passes password passwords past path paths pattern pause paused
	pausing pd pdf peer peers pem pending per perform performance permission permissiondenied permissions
	permissive persist persisted pessimist pessimistic physical piece pieces pingcap pipe place placeholders
	places plain played please plugin point pointer points policy pool pop port pos position positions post
	precheck precision prefix prepare prepared present previous previousgtids previousgtidsevent primary prints
	private privilege privileges problem problems proc procedure procedures process processed processlist
	production progress prohibited promises proper proto protocol proves provided provider proxies proxy prune
	ps pt pull pulled pulling pulls purge purged purger purging push put quarantined queries query queueing
	quiet quota quote quotes raft raftstore raise raised raising ran random range rate rawcause rds re reach
	reachable reached reaches read readable reader reading readonly reads real really reason receive received
	receives recommended record recorded recording recordings records recvloop redo refer reference referenced
	references referential refers refused refuses regex region regions registry regular rejected related
	relation relative relax relay relaybinlog relaybinloggtid relays relaystatus relaysubdir relevant reload
	remain remaining remembered remembers remote remove removed removes rename renames renew reopen repair
	repairs repeats replace replaced replacement replaces replacing replay replica replicas replicate replicated
	replicates replicating replication report represents request requested requesterror require required
	requires reset resets resolution resolve resolved resolves resolving resort resource resourceexhausted
	respectively response rest restart restarted restarting restarts restore restored restoring restricted
	restrictions result resume resumed resumes retention retries retry retryable retrying return returned
	returns reuses revert revoke rewrite right rights rollback rolled rotate rotateevent round route router
	routes routing row rows rpc rule rules run runaway running runs runtime s safe said same save saved
	savepoint saving say says scalar scenario scenarios scheduler schema schema_of_shard_tables schemas scheme
	scope screen screens scripts search sec second seconds secret section security see seen select send sender
	sending sends sent sentence sentences sequence serialize series serve served server server_id server_uuid
	servers serves service session session_variables_admin sessions set sets setting settings several sh sha
	shadow shard shardddl sharded sharding shardmode shards share shared shorten shorter should show shown shows
	shut shutdown side sides signal signaturedoesnotmatch signed signs silent silently since single size skip
	skipddl skipped skipping skips slave slice slow small smaller smallint snapshot so socket sockets solution
	some somebody something sometimes soon sorting source sources sourcetable space spare spatial speak speaks
	specified specify spelling spends split sql sql_mode sql_require_primary_key sqls ssl stable stack stage
	stand standard stands start started starting startlocation starts stashed stat state statement statements
	statfs statistics status statustext stay stayed stays step steps still stmt stop stopped stopping stops
	storage store stored stores str strategy stream streamer stretch strict stricter string struct structure
	stuck sub subdir subject subquery subtask subtasks subtaskstatus successful successfully such suffix super
	superseded support supported supports sure swap swedish switch switched symbol sync synced syncer
	syncer_checkpoint syncerbinlog syncerbinloggtid syncers synchronization syncing syntax sys system
	system_variables_admin systemctl t table table_info tablemapevent tables tablespace tabs tail take taken
	takes taking target targettable targettablenames task tasks tb tcp tcpreader tell tells template temporarily
	temporary terminate terminated test text texts than that the their them themselves then there these they
	thing things this those though thread threads three threw through throws tidb
	tidb_enable_change_multi_schema tidb_skip_utf8_check tiflow tikv time timed timeout times timestamp timezone
	tinyint title tls to today together token told toml too took tool tools top topology total touched trace
	tracer track tracker trans transaction transactions transfer transferred transform transformation transport
	trash treat tries trigger triggers trim trouble true truncate truncated try trying tso tunnel tuple turn
	turned twice two txn txnlocknotfound type types uca ucs udp uint ulimit unable unauthenticated unavailable
	unbound unchecked undefined under underlying undo unexpect unexpected unexplained unimplemented union unique
	unit units unknown unlock unmarshal unpack unquoted unreachable unretryable unsigned unsupported unsynced
	until unusual up update updated updates upgrade upgraded upload upper upstream uptime uri url urls usable
	usage use used user uses using usual usually utf uuid uuids uuidset v valid validate validation validator
	validatorbinlog validators value values vanished varbinary varchar variable variables vars verb verification
	verify version versions very view views violate violated violation virtual void vpn vs wait wait_timeout
	waiting waits wakes want wanted wants warn warning was watch watchdog watched watcher watches way ways wc
	web well went were what whatever when where wherever whether which while who whole whom whose why wide
	widened wider will wish with within without word words work workaround worker workers working worth would
	writable write writer writes writing written wrong wrote x xz yaml year yes yet yield you your zero zip zone
	zones zstd
`;

let vocabulary: ReadonlySet<string> | undefined;

/** The words of dm-top's own messages in another language, between names and numbers. */
let own: {readonly of: ReadonlyMap<string, string>; readonly words: ReadonlySet<string>} | undefined;

const isOwnWord = (word: string): boolean => {
	const texts = spokenTexts();
	if (texts === undefined) {
		return false;
	}

	if (own?.of !== texts) {
		own = {of: texts, words: new Set(texts.values().flatMap(text => text.match(/\p{Script=Han}+/gv) ?? []))};
	}

	return own.words.has(word);
};

/** Whether a word, or each part of a hyphenated one, reveals nothing. */
export const isHarmlessWord = (word: string): boolean => {
	vocabulary ??= new Set(words.trim().split(/\s+/v));
	const known = vocabulary;
	return word.split('-').every(part => part === '' || known.has(part.toLowerCase()) || isOwnWord(part));
};
