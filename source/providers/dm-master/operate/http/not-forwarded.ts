/**
 * Error messages saying that a master could not forward the operation, so that it was not done. 38043: it is not the
 * leader and knows none. The others are grpc-go's messages without a connection; its message for a connection that is
 * lost later leaves open what happened ("error reading from server").
 */
export const notForwarded =
	/code=38043\b|[Ee]rror while dialing|authentication handshake failed|(?:server|client) preface|in TransientFailure/v;
