import type { Duplex } from 'node:stream';

/** Answers an upgrade that is not to be. @param status number and words */
export function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
