/**
 * Of undici the pool and the agent: dm-top speaks HTTP/1.1 and sends texts. All of it, with fetch, web sockets, caches and
 * HTTP/2, would take 12 MB of memory and 50 ms when the first master is asked.
 */
import path from 'node:path';
import type {Plugin} from 'esbuild';

const root = path.join(import.meta.dirname, '../../..');

/** What `import {Agent, Pool} from 'undici'` finds; anything else that is imported fails the build. */
const parts = [
	"import Agent from 'undici/lib/dispatcher/agent.js';",
	"import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';",
	"import Pool from 'undici/lib/dispatcher/pool.js';",
	"import request from 'undici/lib/api/api-request.js';",
	'Object.assign(Dispatcher.prototype, {request});',
	'export {Agent, Pool};',
].join('\n');

/** What these files would be used for: HTTP/2, and forms as bodies. */
const unused = /\/(?:client-h2\.js|web\/(?:webidl|fetch\/(?:body\.js|formdata)))$/v;

/** How undici asserts. Node's own module takes 2.5 ms to load, to describe two values that differ. */
const assertion = [
	'module.exports = (isSo, message) => {',
	"	if (!isSo) throw Object.assign(new Error(message ?? 'An assertion of undici failed'), {code: 'ERR_ASSERTION'});",
	'};',
].join('\n');

const isOfUndici = (importer: string): boolean =>
	importer.includes(`${path.sep}undici${path.sep}lib${path.sep}`);

/** For esbuild. */
export const shortUndici: Plugin = {
	name: 'short-undici',
	setup({onResolve, onLoad}) {
		onResolve({filter: /^undici$/}, () => ({path: 'undici', namespace: 'short-undici', sideEffects: true}));
		onLoad({filter: /^undici$/, namespace: 'short-undici'}, () => ({contents: parts, resolveDir: root}));
		onResolve({filter: /^\.\.?\//}, ({path: file, importer}) =>
			unused.test(file) && isOfUndici(importer) ? {path: file, namespace: 'unused-in-undici'} : undefined,
		);
		onResolve({filter: /^node:assert$/}, ({path: id, importer}) =>
			isOfUndici(importer) ? {path: id, namespace: 'assertion-in-undici'} : undefined,
		);
		onLoad({filter: /^/, namespace: 'assertion-in-undici'}, () => ({contents: assertion}));
		onLoad({filter: /^/, namespace: 'unused-in-undici'}, ({path: file}) => ({
			contents: `module.exports = () => { throw new Error(${JSON.stringify(`${path.basename(file)} is not bundled: see short-undici.ts`)}); };`,
		}));
	},
};
