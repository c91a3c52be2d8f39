// Somebody who reads a thread live, and notes what came.
import { WebSocket } from 'ws';

const CHANGED = `subscription ThreadChanged($threadId: ID!, $after: Int!) { threadChanged(threadId: $threadId, after: $after) {
  changeNo posts { post { no html author { displayName } } } } }`;

/** A reader at one of the nodes, who may be cut off and comes back where they stopped. */
export class LiveReader {
  /** Numbers of the posts that came, in the order in which they came. */
  came = [];
  /** What was wrong with a message, or ended the subscription. */
  faults = [];
  connections = 0;
  /** Whether news come now. */
  isReading = false;

  /** @param arrived told of each new post with its text */
  constructor(cookie, threadId, after, arrived) {
    Object.assign(this, { cookie, threadId, after, arrived });
  }

  /** Connects to a node. @returns once the first news came: from then on everything else is told as it happens */
  connect(url) {
    this.connections += 1;
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { origin: url, cookie: this.cookie },
      perMessageDeflate: false,
    });
    this.socket = socket;
    const say = (message) => socket.send(JSON.stringify(message));
    return new Promise((resolve, reject) => {
      socket.on('open', () => say({ type: 'connection_init' }));
      socket.on('error', reject);
      socket.on('close', (code) => {
        if (this.socket === socket) this.isReading = false;
        if (this.socket === socket && code !== 1006) this.faults.push(`closed by ${code}`);
        reject(new Error(`closed by ${code}`));
      });
      socket.on('message', (data) => {
        // What is still on its way when a line is cut does not arrive.
        if (this.socket !== socket) return;
        const { type, payload } = JSON.parse(data);
        if (type === 'connection_ack')
          say({ id: '1', type: 'subscribe', payload: { query: CHANGED, variables: { threadId: this.threadId, after: this.after } } });
        else if (type === 'next' && payload.data) {
          this.isReading = true;
          this.#take(payload.data.threadChanged);
          resolve();
        } else if (type === 'error' || type === 'next') this.faults.push(JSON.stringify(payload));
      });
    });
  }

  #take({ changeNo, posts }) {
    if (changeNo < this.after) this.faults.push(`told of ${changeNo} after ${this.after}`);
    this.after = changeNo;
    for (const { post } of posts) {
      this.came.push(post.no);
      this.arrived(post);
    }
  }

  /** The line is cut without a word. */
  cut() {
    this.#leave()?.terminate();
  }

  close() {
    this.#leave()?.close();
  }

  #leave() {
    const { socket } = this;
    this.socket = null;
    this.isReading = false;
    return socket;
  }
}
