/**
 * The words of an error which say that a master had nobody to pass the operation on to, so that it was not done.
 * 38043: it is not the leader and knows none. The others are grpc-go's when it has no connection to send anything
 * over; its words for a connection that is lost later leave open what happened ("error reading from server").
 */
export const notForwarded =
	/code=38043\b|[Ee]rror while dialing|authentication handshake failed|(?:server|client) preface|in TransientFailure/v;
