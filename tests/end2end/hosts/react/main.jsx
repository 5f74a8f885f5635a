// A React application that shows the card of the documentation, with documents that change.
import { StrictMode, useCallback, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ReleaseAtlas } from './snippet.jsx';

const [customization, manifest] = await Promise.all(
  ['/catalog/customization.json', '/catalog/manifest.json'].map(async (address) => (await fetch(address)).text()),
);

function Portal() {
  const [documents, setDocuments] = useState([customization]);
  const [verdict, setVerdict] = useState(null);
  const [isShown, setShown] = useState(true);
  const tell = useCallback((detail) => setVerdict(detail), []);
  return (
    <main>
      <h1>Portal</h1>
      <button onClick={() => setDocuments([customization, manifest])}>Add the manifest</button>
      <button onClick={() => setShown(!isShown)}>Show or hide</button>
      <p id="verdict">{verdict && `${verdict.standing} ${verdict.counts.hit}`}</p>
      {isShown && <ReleaseAtlas documents={documents} onVerdict={tell} view="hit" chrome="compact" theme="dark" />}
    </main>
  );
}

const place = document.createElement('div');
document.body.append(place);
createRoot(place).render(<StrictMode><Portal /></StrictMode>);
