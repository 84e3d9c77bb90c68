import { createServer } from 'node:net'

/** Says so in a sentence when someone else listens there. */
export async function requireFree(port: number, variable: string): Promise<void> {
  const busy = await new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(true))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(false)))
  })
  if (busy) throw new Error(`Port ${port} is busy. Stop what listens there, or choose another: ${variable}=${port + 100} npm start`)
}
