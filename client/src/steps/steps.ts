import * as vscode from 'vscode';

/** What a step of a wizard came to. */
export type StepResult<T> =
  | { readonly type: 'next'; readonly value: T }
  | { readonly type: 'back' }
  | { readonly type: 'cancelled' };

/** Where in its wizard a step stands; the first one, counted from 1, has no way back. */
export interface StepPlace {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** One of several; `typed` makes one of what is written where nothing fits. */
export function pickOne<T extends vscode.QuickPickItem>(
  place: StepPlace,
  placeholder: string,
  items: readonly T[],
  active: T | undefined,
  typed?: (text: string) => T | undefined,
): Promise<StepResult<T>> {
  const picker = vscode.window.createQuickPick<T>();
  picker.placeholder = placeholder;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = items;
  if (active) picker.activeItems = [active];
  const listener = picker.onDidChangeValue(text => {
    const made = text.trim() === '' ? undefined : typed?.(text.trim());
    picker.items = made ? [...items, made] : items;
  });
  return answerOf(picker, place, () => picker.selectedItems[0]).finally(() => listener.dispose());
}

/** Any number of several, one at least. */
export function pickMany<T extends vscode.QuickPickItem>(
  place: StepPlace,
  placeholder: string,
  items: readonly T[],
  selected: readonly T[],
): Promise<StepResult<readonly T[]>> {
  const picker = vscode.window.createQuickPick<T>();
  picker.canSelectMany = true;
  picker.placeholder = placeholder;
  picker.items = items;
  picker.selectedItems = selected;
  return answerOf(picker, place, () => (picker.selectedItems.length > 0 ? picker.selectedItems : undefined));
}

/** A text; `troubleOf` says what is wrong with it, and it cannot be left so. */
export function askText(
  place: StepPlace,
  prompt: string,
  value: string,
  troubleOf: (text: string) => Promise<string | undefined>,
): Promise<StepResult<string>> {
  const box = vscode.window.createInputBox();
  box.prompt = prompt;
  box.value = value;
  const listener = box.onDidChangeValue(() => {
    box.validationMessage = undefined;
  });
  const answer = async (): Promise<string | undefined> => {
    const text = box.value;
    box.busy = true;
    const trouble = await troubleOf(text);
    box.busy = false;
    box.validationMessage = trouble;
    return trouble === undefined ? text : undefined;
  };
  return answerOf(box, place, answer).finally(() => listener.dispose());
}

/** Shows an input until it is left; `answer` gives what it holds, or undefined where it is not to be left so. */
function answerOf<T>(
  input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox,
  { title, step, totalSteps }: StepPlace,
  answer: () => T | undefined | Promise<T | undefined>,
): Promise<StepResult<T>> {
  Object.assign(input, { title, step, totalSteps, ignoreFocusOut: true });
  input.buttons = step > 1 ? [vscode.QuickInputButtons.Back] : [];
  return new Promise((resolve, reject) => {
    const end = (result: StepResult<T>): void => {
      resolve(result);
      input.dispose();
    };
    input.onDidTriggerButton(button => {
      if (button === vscode.QuickInputButtons.Back) end({ type: 'back' });
    });
    input.onDidHide(() => end({ type: 'cancelled' }));
    input.onDidAccept(async () => {
      try {
        const value = await answer();
        if (value !== undefined) end({ type: 'next', value });
      } catch (error) {
        reject(error);
        input.dispose();
      }
    });
    input.show();
  });
}
