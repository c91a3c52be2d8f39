import { createServer, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

/**
 * A small proxy as it stands before several nodes: sends requests to each in turn, passes over one that takes no connection, and answers
 * 502 where one breaks off in the middle.
 * @param {string[]} nodes their addresses
 */
export async function startProxy(nodes) {
  let turn = 0;
  /** How many requests each node has answered. */
  const answered = nodes.map(() => 0);
  const forward = (req, body, res, tries) => {
    const node = turn++ % nodes.length;
    const { hostname, port } = new URL(nodes[node]);
    const headers = { ...req.headers, 'x-forwarded-for': req.socket.remoteAddress };
    // A connection for each request: which node answers is then known.
    const call = request({ hostname, port, path: req.url, method: req.method, headers, agent: false }, (answer) => {
      answered[node] += 1;
      res.writeHead(answer.statusCode, answer.headers);
      answer.pipe(res);
      answer.on('error', () => res.destroy());
    });
    call.on('error', (error) => {
      if (error.code === 'ECONNREFUSED' && tries < nodes.length) return forward(req, body, res, tries + 1);
      if (!res.headersSent) res.writeHead(502);
      res.end();
    });
    call.end(body);
  };
  const server = createServer((req, res) => void buffer(req).then((body) => forward(req, body, res, 1)));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    answered,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
