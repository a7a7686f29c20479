import "./bridge/no-eval.ts";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/choices.css";
import "./ui/parts.css";
import "./ui/veil.css";
import "./ui/ways.css";
import "./ui/window.css";
import "./ui/shell.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { App } from "./App.tsx";
import { EngineProvider } from "./bridge/engine.tsx";
import { connect } from "./bridge/transport.ts";
import { ScansProvider } from "./bridge/use-scans.tsx";
import { prepareTexts } from "./ui/text.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

// At once and not while drawing: the window's port may be handed over as soon as this script has run.
const connection = connect();

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={prepareTexts()}>
      <EngineProvider connection={connection}>
        <ScansProvider>
          <App />
        </ScansProvider>
      </EngineProvider>
    </I18nextProvider>
  </StrictMode>,
);
