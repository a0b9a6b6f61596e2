// The least that a server over PostgreSQL can be: one route, one `select` of a membership's row by tenant and id, JSON
// out. Told by the variable CAMPAIGN_BARE; prints `ready <url>`.
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { Pool } from 'pg';
import * as z from 'zod/mini';

const { url } = z.object({ url: z.string() }).parse(JSON.parse(process.env.CAMPAIGN_BARE ?? '{}'));
const pool = new Pool({ connectionString: url, max: 10 });
const app = new Hono();
app.get('/memberships/:id', async (context) => {
  const { rows } = await pool.query({
    name: 'membership',
    text: 'select id, version, data from leavewell.memberships where tenant_id = $1 and id = $2',
    values: ['campaign', context.req.param('id')],
  });
  const [row] = rows;
  return row ? context.json(row) : context.notFound();
});
const server = createAdaptorServer({ fetch: app.fetch });
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') console.log(`ready http://127.0.0.1:${address.port}`);
});
// Whoever started it is gone.
process.on('disconnect', () => process.exit(0));
