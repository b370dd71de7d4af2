//! One GET request: un-credentialed, without a referrer, its body in chunks, abortable.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_net::http::{Request, Response as GlooResponse};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, ReadableStreamDefaultReader, ReferrerPolicy, RequestCredentials, RequestMode,
};

use super::page::Early;

/// The request broke: refused, unreachable, forbidden by the other site, reset or aborted.
///
/// A script cannot tell these apart, so neither can this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken;

/// Ends a request from outside, whoever started it.
#[derive(Clone, Default)]
pub struct Abort {
    controllers: Rc<RefCell<Vec<AbortController>>>,
    aborted: Rc<Cell<bool>>,
}

impl Abort {
    /// Ends every request that was started with this.
    pub fn abort(&self) {
        self.aborted.set(true);
        for controller in self.controllers.borrow_mut().drain(..) {
            controller.abort();
        }
    }

    pub fn is_aborted(&self) -> bool {
        self.aborted.get()
    }

    fn watch(&self, controller: AbortController) {
        match self.aborted.get() {
            true => controller.abort(),
            false => self.controllers.borrow_mut().push(controller),
        }
    }
}

/// An answer whose body has not been read.
pub struct Response {
    response: GlooResponse,
}

/// Starts a request, or takes over one that the page has started; gives the answer when its headers are there.
pub async fn get(url: &str, early: Option<Early>, abort: &Abort) -> Result<Response, Broken> {
    if let Some(early) = early {
        abort.watch(early.controller);
        let response = JsFuture::from(early.response).await.map_err(|_| Broken)?;
        let response: web_sys::Response = response.dyn_into().map_err(|_| Broken)?;
        return Ok(Response {
            response: response.into(),
        });
    }
    let controller = AbortController::new().map_err(|_| Broken)?;
    let request = Request::get(url)
        .mode(RequestMode::Cors)
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .abort_signal(Some(&controller.signal()))
        .build()
        .map_err(|_| Broken)?;
    abort.watch(controller);
    let response = request.send().await.map_err(|_| Broken)?;
    Ok(Response { response })
}

impl Response {
    pub fn status(&self) -> u16 {
        self.response.status()
    }

    /// The address that answered in the end, after redirects.
    pub fn url(&self) -> String {
        self.response.url()
    }

    /// A header that the other site lets pages see.
    pub fn header(&self, name: &str) -> Option<String> {
        self.response.headers().get(name)
    }

    /// The body, to be read in chunks; `None` where there is none.
    pub fn body(&self) -> Option<Body> {
        let stream = self.response.body()?;
        stream
            .get_reader()
            .dyn_into()
            .ok()
            .map(|reader| Body { reader })
    }
}

/// A body on its way.
pub struct Body {
    reader: ReadableStreamDefaultReader,
}

impl Body {
    /// Appends the next chunk to `bytes`; false at the end.
    pub async fn read(&self, bytes: &mut Vec<u8>) -> Result<bool, Broken> {
        let step = JsFuture::from(self.reader.read())
            .await
            .map_err(|_| Broken)?;
        let member = |name: &str| js_sys::Reflect::get(&step, &JsValue::from_str(name));
        if member("done").map_err(|_| Broken)?.is_truthy() {
            return Ok(false);
        }
        let chunk: js_sys::Uint8Array = member("value").map_err(|_| Broken)?.unchecked_into();
        let start = bytes.len();
        bytes.resize(start + chunk.length() as usize, 0);
        chunk.copy_to(&mut bytes[start..]);
        Ok(true)
    }
}
