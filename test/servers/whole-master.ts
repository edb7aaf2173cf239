import {startGate} from './gate.js';
import type {Loopback} from './loopback.js';
import {GrpcMaster} from './grpc-master.js';
import {OperatingMaster} from './operating-master.js';

/** How a connection begins that speaks HTTP/2, as gRPC does. */
const preface = 'PRI * HTTP/2.0';

/**
 * A dm-master on loopback that serves v1alpha1, OpenAPI and gRPC on one port, as the real one does; or, when told so,
 * as one behind a proxy that knows HTTP/1 only.
 */
export class WholeMaster implements AsyncDisposable {
	static async start(): Promise<WholeMaster> {
		const http = await OperatingMaster.start();
		const grpc = await GrpcMaster.start();
		const master: {letsGrpcThrough: boolean} = {letsGrpcThrough: true};
		const gate = await startGate(http.recorded.port, (first, socket, pass) => {
			if (!first.startsWith(preface)) {
				pass();
			} else if (master.letsGrpcThrough) {
				pass(grpc.port);
			} else {
				socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
			}
		});
		return new WholeMaster(http, grpc, {gate, switch: master});
	}

	readonly #gate: Loopback;
	readonly #switch: {letsGrpcThrough: boolean};
	readonly http: OperatingMaster;
	readonly grpc: GrpcMaster;

	private constructor(
		http: OperatingMaster,
		grpc: GrpcMaster,
		parts: {gate: Loopback; switch: {letsGrpcThrough: boolean}},
	) {
		this.http = http;
		this.grpc = grpc;
		this.#gate = parts.gate;
		this.#switch = parts.switch;
	}

	/** `127.0.0.1:port` */
	get address(): string {
		return this.#gate.address;
	}

	/** From now on connections that speak HTTP/2 are turned away, as by a proxy that does not know it. */
	keepGrpcOut(): void {
		this.#switch.letsGrpcThrough = false;
	}

	/** Closes the ports and every connection. */
	async [Symbol.asyncDispose](): Promise<void> {
		await this.#gate[Symbol.asyncDispose]();
		await this.grpc[Symbol.asyncDispose]();
		await this.http.stop();
	}
}
