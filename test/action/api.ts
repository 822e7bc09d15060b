import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Comment {
  readonly id: number;
  readonly user: { readonly login: string };
  body: string;
}

/** A stand-in for GitHub's API with the comments of one pull request. */
export interface Api {
  readonly url: string;
  readonly comments: Comment[];
  /** Method and path of every request. */
  readonly asked: string[];
  /** What requests had as authorization. */
  readonly tokens: Set<string | undefined>;
  /** From now on every request that writes is refused with this status. */
  refuse(status: number): void;
  close(): Promise<void>;
}

/** Starts the stand-in on a free port of this machine. */
export async function startApi(comments: Comment[] = []): Promise<Api> {
  const asked: string[] = [];
  const tokens = new Set<string | undefined>();
  let refusal = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://api.test');
    asked.push(`${request.method} ${url.pathname}${url.search}`);
    tokens.add(request.headers.authorization);
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      const { status, answer } = answerTo(request.method ?? '', url, body);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });

  function answerTo(method: string, url: URL, text: string): { status: number; answer: unknown } {
    if (method !== 'GET' && refusal > 0) return { status: refusal, answer: { message: 'Resource not accessible' } };
    const under = '/repos/sample/parcels/issues';
    if (method === 'GET' && url.pathname === `${under}/5/comments`) {
      const size = Number(url.searchParams.get('per_page'));
      const from = (Number(url.searchParams.get('page')) - 1) * size;
      return { status: 200, answer: comments.slice(from, from + size) };
    }
    const { body } = JSON.parse(text || '{}') as { body: string };
    if (method === 'POST' && url.pathname === `${under}/5/comments`) {
      const comment = { id: 9000 + comments.length, user: { login: 'github-actions[bot]' }, body };
      comments.push(comment);
      return { status: 201, answer: comment };
    }
    const there = comments.find(({ id }) => url.pathname === `${under}/comments/${id}`);
    if (method !== 'PATCH' || !there) return { status: 404, answer: {} };
    there.body = body;
    return { status: 200, answer: there };
  }

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    comments,
    asked,
    tokens,
    refuse: (status) => {
      refusal = status;
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
}
