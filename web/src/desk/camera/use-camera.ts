import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { useLatest } from '../../ui/use-latest.ts'
import { openCodeReader } from './code-reader.ts'

export type CameraState = 'opening' | 'looking' | 'not-allowed' | 'not-there'

/** The same code held before the camera is one scan until it was away for so long. */
const AWAY_MS = 2_000

/** Looks through the camera until the screen is closed, and tells each code once. */
export function useCamera(video: RefObject<HTMLVideoElement | null>, onCode: (code: string) => void): CameraState {
  const [state, setState] = useState<CameraState>('opening')
  const latest = useLatest(onCode)
  useLayoutEffect(() => {
    let closed = false
    let stream: MediaStream | undefined
    const last = { code: '', seenAt: 0 }
    const look = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false })
      const read = await openCodeReader()
      const frame = video.current
      if (closed || !frame) return end(stream)
      frame.srcObject = stream
      await frame.play()
      setState('looking')
      while (!closed) {
        await nextFrame(frame)
        const code = closed ? undefined : await read(frame).catch(() => undefined)
        if (!code) continue
        const now = performance.now()
        if (code !== last.code || now - last.seenAt > AWAY_MS) latest.current(code)
        last.code = code
        last.seenAt = now
      }
    }
    look().catch((error: unknown) => {
      if (closed) return
      setState(error instanceof DOMException && error.name === 'NotAllowedError' ? 'not-allowed' : 'not-there')
    })
    return () => {
      closed = true
      end(stream)
    }
  }, [])
  return state
}

function end(stream: MediaStream | undefined) {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

const nextFrame = (video: HTMLVideoElement) =>
  new Promise<void>((resolve) => {
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(() => resolve())
    else requestAnimationFrame(() => resolve())
  })
