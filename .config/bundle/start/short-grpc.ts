/**
 * Of gRPC the client: dm-top asks a dm-master for its locks two seconds after its first frame, keys wait while this is
 * loaded, and its memory is never free again. The simulated dm-master has the server from the whole package.
 */
import path from 'node:path';
import type {Plugin} from 'esbuild';

const root = path.join(import.meta.dirname, '../../..');
const asking = path.join(root, 'source/providers') + path.sep;

/** In the order of the package's own index: its files need each other in a circle. */
const parts = [
	"require('@grpc/grpc-js/build/src/call-credentials.js');",
	"require('@grpc/grpc-js/build/src/channel.js');",
	"const {ChannelCredentials} = require('@grpc/grpc-js/build/src/channel-credentials.js');",
	"const {Client} = require('@grpc/grpc-js/build/src/client.js');",
	"const {Status: status} = require('@grpc/grpc-js/build/src/constants.js');",
	"const {Metadata} = require('@grpc/grpc-js/build/src/metadata.js');",
	...['resolver-dns', 'resolver-uds', 'resolver-ip', 'load-balancer-pick-first'].map(
		name => `require('@grpc/grpc-js/build/src/${name}.js').setup();`,
	),
	'module.exports = {Client, Metadata, credentials: ChannelCredentials, status};',
].join('\n');

/** For esbuild. */
export const shortGrpc: Plugin = {
	name: 'short-grpc',
	setup({onResolve, onLoad}) {
		onResolve({filter: /^@grpc\/grpc-js$/}, ({importer}) =>
			importer.startsWith(asking) ? {path: 'grpc-js', namespace: 'short-grpc'} : undefined,
		);
		onLoad({filter: /^/, namespace: 'short-grpc'}, () => ({contents: parts, resolveDir: root}));
		// Of services that describe themselves, which neither side does.
		onResolve({filter: /^@grpc\/proto-loader$/}, ({path: id}) => ({path: id, namespace: 'unused-in-grpc'}));
		onLoad({filter: /^/, namespace: 'unused-in-grpc'}, ({path: id}) => ({
			contents: `throw new Error(${JSON.stringify(`${id} is not bundled: see short-grpc.ts`)});`,
		}));
	},
};
