import { createServer, type Server } from "node:http";
import type { Server as SecureServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";

export interface Tunnel {
  readonly port: number;
  /** Hosts that were asked for and refused. */
  readonly refused: { readonly host: string; readonly at: number }[];
  readonly close: () => Promise<void>;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * A proxy on this machine that leads one host to a server of ours and refuses every other at once, so that a browser
 * behind it can use the host's real name and nothing leaves the machine.
 */
export async function tunnel(host: string, secure: SecureServer): Promise<Tunnel> {
  const refused: { host: string; at: number }[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    refused.push({ host: request.url ?? "", at: Date.now() });
    response.writeHead(403).end();
  });
  server.on("connect", (request, socket: Socket, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    if (request.url !== `${host}:443`) {
      refused.push({ host: request.url ?? "", at: Date.now() });
      socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    if (head.length > 0) socket.unshift(head);
    secure.emit("connection", socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  return {
    port: address.port,
    refused,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await closed(server);
    },
  };
}
