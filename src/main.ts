import { createServer } from 'node:http';
import { migrate, openDatabase, startPostgres } from './platform/database/index.ts';
import { readConfig } from './platform/config.ts';

try {
  const config = readConfig();
  const postgres = config.databaseUrl ? undefined : await startPostgres({ dataDir: config.dataDir, log: console.error });
  const url = config.databaseUrl ?? postgres!.url;
  await migrate(url, 'database/migrations');
  const db = await openDatabase({ url, log: console.error });
  const server = createServer((_request, response) => response.end('Countersign\n'));
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return; // npm, the starter and the terminal may each send one
    stopping = true;
    server.close();
    server.closeAllConnections();
    await db.destroy();
    await postgres?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  server.listen(config.port, config.host, () => console.log(`Serving ${config.publicUrl}/`));
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
