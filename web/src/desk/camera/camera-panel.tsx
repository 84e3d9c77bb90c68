import '../../styles/desk-camera.css'
import { useRef, useState } from 'preact/hooks'
import { useDeskWords } from '../use-desk-words.ts'
import { useCamera } from './use-camera.ts'

/** The phone's camera as a scanner: what it reads goes where a scanner's keys go. */
export function CameraPanel({ onCode }: { onCode: (code: string) => void }) {
  const words = useDeskWords()
  const video = useRef<HTMLVideoElement>(null)
  const [read, setRead] = useState<string>()
  const state = useCamera(video, (code) => {
    setRead(code)
    onCode(code)
  })
  return (
    <section class="camera" data-camera={state} aria-label={words.camera}>
      {/* biome-ignore lint/a11y/useMediaCaption: it shows what stands before the camera, without sound */}
      <video ref={video} muted playsInline />
      <p role="status" data-read={read}>
        {read && state === 'looking' ? `${words.cameraRead}: ${read}` : words.cameraStates[state]}
      </p>
    </section>
  )
}
