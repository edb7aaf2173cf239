/**
 * Makes a deb and an rpm of the single executable in release/, with the man pages, completions and systemd's units:
 * `npm run packages`, on Linux, with dpkg-deb and rpmbuild.
 */
import {execFileSync} from 'node:child_process';
import {
	chmod,
	copyFile,
	mkdir,
	mkdtemp,
	readFile,
	readdir,
	rm,
	stat,
	utimes,
	writeFile,
} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {gzipSync} from 'node:zlib';
import {root} from '../bundle/bundle.ts';
import {executableName, releaseFolder} from './folder.ts';

const {version, description, homepage, license, author} = JSON.parse(
	await readFile(path.join(root, 'package.json'), 'utf8'),
) as Readonly<Record<'version' | 'description' | 'homepage' | 'license' | 'author', string>>;

const maintainer = `${author} <dm-top@users.noreply.github.com>`;

/** "1.0.0~rc.1": a candidate comes before what it is a candidate for, for both package managers. */
const packageVersion = version.replace('-', '~');

const debArchitectures = new Map([
	['x64', 'amd64'],
	['arm64', 'arm64'],
]);
const rpmArchitectures = new Map([
	['x64', 'x86_64'],
	['arm64', 'aarch64'],
]);

const run = (file: string, ...words: readonly string[]): void => {
	execFileSync(file, words, {stdio: ['ignore', 'ignore', 'inherit']});
};

/** The time of the last commit, s since the epoch: the same commit gives the same packages. */
const epoch = Number(
	execFileSync('git', ['log', '-1', '--format=%ct'], {cwd: root, encoding: 'utf8'}).trim(),
);

const executable = path.join(releaseFolder, executableName(version));

const completion = (shell: string): string =>
	execFileSync(executable, ['completion', shell], {encoding: 'utf8'});

const zipped = async (file: string): Promise<Uint8Array> =>
	gzipSync(await readFile(path.join(root, file)), {level: 9});

type Content = {readonly from: string} | {readonly text: string | Uint8Array};

/** What is installed, and with which mode. */
const contents: ReadonlyArray<readonly [place: string, mode: number, content: Content]> = [
	['usr/bin/dm-top', 0o755, {from: executable}],
	['usr/share/bash-completion/completions/dm-top', 0o644, {text: completion('bash')}],
	['usr/share/zsh/site-functions/_dm-top', 0o644, {text: completion('zsh')}],
	['usr/share/fish/vendor_completions.d/dm-top.fish', 0o644, {text: completion('fish')}],
	['usr/share/man/man1/dm-top.1.gz', 0o644, {text: await zipped('docs/dm-top.1')}],
	['usr/share/man/zh_CN/man1/dm-top.1.gz', 0o644, {text: await zipped('docs/dm-top.zh.1')}],
	['usr/lib/systemd/system/dm-top-export.service', 0o644, {from: 'packaging/dm-top-export.service'}],
	['usr/lib/systemd/system/dm-top-record.service', 0o644, {from: 'packaging/dm-top-record.service'}],
	['etc/dm-top/export.env', 0o644, {from: 'packaging/export.env'}],
	['etc/dm-top/record.env', 0o644, {from: 'packaging/record.env'}],
	['usr/share/doc/dm-top/copyright', 0o644, {from: 'LICENSE'}],
	['usr/share/doc/dm-top/NOTICE', 0o644, {from: 'NOTICE'}],
	['usr/share/doc/dm-top/changelog.gz', 0o644, {text: await zipped('CHANGELOG.md')}],
];

/** What a person may change: an update keeps it. */
const settings = contents.map(([place]) => `/${place}`).filter(place => place.startsWith('/etc/'));

const fill = async (folder: string): Promise<void> => {
	for (const [place, mode, content] of contents) {
		const file = path.join(folder, place);
		await mkdir(path.dirname(file), {recursive: true, mode: 0o755});
		if ('from' in content) {
			await copyFile(path.resolve(root, content.from), file);
		} else {
			await writeFile(file, content.text);
		}

		await chmod(file, mode);
	}

	const all = await readdir(folder, {recursive: true, withFileTypes: true});
	for (const entry of all) {
		const file = path.join(entry.parentPath, entry.name);
		await utimes(file, epoch, epoch);
		if (entry.isDirectory()) {
			await chmod(file, 0o755);
		}
	}
};

const makeDeb = async (folder: string): Promise<void> => {
	const tree = path.join(folder, 'deb');
	await fill(tree);
	const {size} = await stat(executable);
	const control = [
		'Package: dm-top',
		`Version: ${packageVersion}`,
		`Architecture: ${debArchitectures.get(process.arch)!}`,
		`Maintainer: ${maintainer}`,
		'Section: admin',
		'Priority: optional',
		'Depends: libc6 (>= 2.28), libstdc++6',
		`Installed-Size: ${Math.ceil(size / 1024)}`,
		`Homepage: ${homepage}`,
		`Description: ${description}`,
		' What runs, how far, how fast, what is wrong and why, and what to do about it;',
		' with operations, recordings and metrics.',
		'',
	].join('\n');
	await mkdir(path.join(tree, 'DEBIAN'), {mode: 0o755});
	await writeFile(path.join(tree, 'DEBIAN/control'), control);
	await writeFile(path.join(tree, 'DEBIAN/conffiles'), settings.map(file => `${file}\n`).join(''));
	const name = `dm-top_${packageVersion}_${debArchitectures.get(process.arch)!}.deb`;
	run('dpkg-deb', '--root-owner-group', '-Zgzip', '-z9', '--build', tree, path.join(releaseFolder, name));
};

const makeRpm = async (folder: string): Promise<void> => {
	const tree = path.join(folder, 'rpm-root');
	await fill(tree);
	const spec = `Name: dm-top
Version: ${packageVersion}
Release: 1
Summary: ${description}
License: ${license}
URL: ${homepage}
Packager: ${maintainer}
AutoReqProv: no
Requires: glibc >= 2.28, libstdc++

%description
What runs, how far, how fast, what is wrong and why, and what to do about it; with operations, recordings and metrics.

%install
cp -a ${tree}/. $RPM_BUILD_ROOT/

%files
${contents
	.map(([place]) => (place.startsWith('etc/') ? `%config(noreplace) /${place}` : `/${place}`))
	.join('\n')}
`;
	const specFile = path.join(folder, 'dm-top.spec');
	await writeFile(specFile, spec);
	const defines = [
		`_topdir ${path.join(folder, 'rpmbuild')}`,
		`_rpmdir ${releaseFolder}`,
		'_build_name_fmt %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm',
		'_binary_payload w12.zstdio',
		'_buildhost dm-top',
		'use_source_date_epoch_as_buildtime 1',
		'clamp_mtime_to_source_date_epoch 1',
		// The executable is as it has to be: its end is the program.
		'__os_install_post %{nil}',
		'debug_package %{nil}',
		'_build_id_links none',
	];
	execFileSync(
		'rpmbuild',
		[
			'-bb',
			'--quiet',
			'--target',
			rpmArchitectures.get(process.arch)!,
			...defines.flatMap(define => ['--define', define]),
			specFile,
		],
		{stdio: ['ignore', 'ignore', 'inherit'], env: {...process.env, SOURCE_DATE_EPOCH: String(epoch)}},
	);
};

process.env['SOURCE_DATE_EPOCH'] = String(epoch);
const folder = await mkdtemp(path.join(tmpdir(), 'dm-top-packages-'));
try {
	await makeDeb(folder);
	await makeRpm(folder);
} finally {
	await rm(folder, {recursive: true});
}
