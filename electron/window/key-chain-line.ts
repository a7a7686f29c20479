import type { KeyChain } from "../base/key-chain.ts";
import type { FromEngine, ToEngine } from "./engine-messages.ts";

type Answer = Extract<ToEngine, { type: "sealed" | "opened" }>;

/** The key chain as the engine's process has it: main asks the system. Nothing of it touches a disk in the clear. */
export class KeyChainLine implements KeyChain {
  readonly #send: (message: FromEngine) => void;
  readonly #asked = new Map<number, (answer: Answer) => void>();
  #next = 0;

  constructor(send: (message: FromEngine) => void) {
    this.#send = send;
  }

  seal: KeyChain["seal"] = async (text) => {
    const answer = await this.#ask("sealed", (ask) => ({ type: "key-chain-seal", ask, text }));
    return answer.result;
  };

  open: KeyChain["open"] = async (sealed) => {
    const answer = await this.#ask("opened", (ask) => ({ type: "key-chain-open", ask, sealed }));
    return answer.result;
  };

  hear(answer: Answer) {
    this.#asked.get(answer.ask)?.(answer);
    this.#asked.delete(answer.ask);
  }

  #ask<T extends Answer["type"]>(type: T, question: (ask: number) => FromEngine) {
    const ask = this.#next++;
    return new Promise<Extract<Answer, { type: T }>>((resolve) => {
      this.#asked.set(ask, (answer) => {
        if (isOf(answer, type)) resolve(answer);
      });
      this.#send(question(ask));
    });
  }
}

const isOf = <T extends Answer["type"]>(
  answer: Answer,
  type: T,
): answer is Extract<Answer, { type: T }> => answer.type === type;
