//! What clients send: bodies and parameters.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::decode::{
    self, Base64, Decode, DecodeParams, Keyword, Params, Pattern, Pointer, Report,
};

static ORDER_CODE: Pattern = Pattern::new(r"^[A-Z]{2}\d+$", r"^[A-Z]{2}[0-9]+$");

/// Every scalar, a nested object, lists, maps and a union.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Order {
    pub id: Uuid,
    pub code: String,
    pub placed_at: DateTime<Utc>,
    pub due_on: NaiveDate,
    pub total: Decimal,
    pub weight: f64,
    pub share: f32,
    pub paid: bool,
    pub signature: Base64,
    pub address: Address,
    pub items: Vec<OrderItem>,
    pub tags: Vec<String>,
    pub counts: BTreeMap<String, i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pet: Option<Pet>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<Value>,
    #[serde(rename = "type")]
    pub r#type: String,
}

impl Decode for Order {
    fn decode(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Self> {
        let mut fields = decode::object(value, at, report)?;
        let id = fields.required("id", report, decode::uuid);
        let code = fields.required("code", report, |value, at, report| {
            let text = decode::string(value, at, report)?;
            decode::pattern(&text, &ORDER_CODE, at, report);
            Some(text)
        });
        let placed_at = fields.required("placed_at", report, decode::date_time);
        let due_on = fields.required("due_on", report, decode::date);
        let total = fields.required("total", report, |value, at, report| {
            let number = decode::decimal(value, at, report)?;
            decode::minimum(&number, Decimal::ZERO, at, report);
            Some(number)
        });
        let weight = fields.required("weight", report, |value, at, report| {
            let number = decode::number(value, at, report)?;
            decode::exclusive_minimum(&number, 0.0, at, report);
            decode::exclusive_maximum(&number, 1000.0, at, report);
            decode::multiple_of(&number, 0.1, at, report);
            Some(number)
        });
        let share = fields.defaulted("share", 0.5, report, decode::number);
        let paid = fields.defaulted("paid", false, report, decode::boolean);
        let signature = fields.required("signature", report, decode::base64);
        let address = fields.required("address", report, Address::decode);
        let items = fields.required("items", report, |value, at, report| {
            let items = decode::list(value, at, report, OrderItem::decode)?;
            decode::min_items(&items, 1, at, report);
            decode::max_items(&items, 3, at, report);
            Some(items)
        });
        let tags = fields.defaulted("tags", Vec::new(), report, |value, at, report| {
            decode::unique_items(&value, at, report);
            decode::list(value, at, report, |value, at, report| {
                let text = decode::string(value, at, report)?;
                decode::max_length(&text, 10, at, report);
                Some(text)
            })
        });
        let counts = fields.defaulted("counts", BTreeMap::new(), report, |value, at, report| {
            decode::map(value, at, report, decode::integer)
        });
        let pet = fields.optional("pet", report, Pet::decode);
        let extra = fields.optional("extra", report, decode::json);
        let r#type = fields.required("type", report, decode::string);
        Some(Self {
            id: id?,
            code: code?,
            placed_at: placed_at?,
            due_on: due_on?,
            total: total?,
            weight: weight?,
            share: share?,
            paid: paid?,
            signature: signature?,
            address: address?,
            items: items?,
            tags: tags?,
            counts: counts?,
            pet: pet?,
            extra: extra?,
            r#type: r#type?,
        })
    }
}

/// A nested object with other fields of one type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Address {
    #[serde(rename = "postalCode")]
    pub postal_code: String,
    pub homepage: Option<String>,
    #[serde(flatten)]
    pub others: BTreeMap<String, String>,
}

impl Decode for Address {
    fn decode(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Self> {
        let mut fields = decode::object(value, at, report)?;
        fields.max_properties(4, report);
        let postal_code = fields.required("postalCode", report, decode::string);
        let homepage = fields.required("homepage", report, |value, at, report| {
            decode::nullable(value, at, report, |value, at, report| {
                let text = decode::string(value, at, report)?;
                decode::uri(&text, at, report);
                Some(text)
            })
        });
        let others = fields.others(report, decode::string);
        Some(Self {
            postal_code: postal_code?,
            homepage: homepage?,
            others: others?,
        })
    }
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OrderItem {
    pub sku: Key,
    pub amount: i32,
}

impl Decode for OrderItem {
    fn decode(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Self> {
        let mut fields = decode::object(value, at, report)?;
        let sku = fields.required("sku", report, Key::decode);
        let amount = fields.required("amount", report, |value, at, report| {
            let number = decode::integer(value, at, report)?;
            decode::minimum(&number, 1, at, report);
            Some(number)
        });
        Some(Self {
            sku: sku?,
            amount: amount?,
        })
    }
}

/// Exactly one of several types, which differ by their own kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Key {
    Integer(i64),
    String(String),
}

impl Decode for Key {
    fn decode(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Self> {
        decode::one_of(
            value,
            at,
            report,
            &[
                |value, at, report| decode::integer(value, at, report).map(Self::Integer),
                |value, at, report| decode::string(value, at, report).map(Self::String),
            ],
        )
    }
}

/// One of several objects, told apart by `kind`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Pet {
    Cat(Cat),
    Dog(Dog),
}

impl Decode for Pet {
    fn decode(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Self> {
        match decode::discriminator(&value, "kind", &["cat", "dog"], at, report)? {
            "cat" => Cat::decode(value, at, report).map(Self::Cat),
            "dog" => Dog::decode(value, at, report).map(Self::Dog),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cat {
    pub kind: CatKind,
    pub lives: i32,
}

impl Decode for Cat {
    fn decode(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Self> {
        let mut fields = decode::object(value, at, report)?;
        let kind = fields.required("kind", report, CatKind::decode);
        let lives = fields.required("lives", report, |value, at, report| {
            let number = decode::integer(value, at, report)?;
            decode::allowed(&number, &[1, 7, 9], at, report);
            Some(number)
        });
        Some(Self {
            kind: kind?,
            lives: lives?,
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CatKind {
    #[serde(rename = "cat")]
    Cat,
}

impl Keyword for CatKind {
    const NAMES: &'static [&'static str] = &["cat"];

    fn from_name(name: &str) -> Option<Self> {
        match name {
            "cat" => Some(Self::Cat),
            _ => None,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Cat => "cat",
        }
    }
}

impl Decode for CatKind {
    fn decode(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Self> {
        decode::keyword(value, at, report)
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dog {
    pub kind: DogKind,
    pub host: Option<String>,
}

impl Decode for Dog {
    fn decode(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Self> {
        let mut fields = decode::object(value, at, report)?;
        let kind = fields.required("kind", report, DogKind::decode);
        let host = fields.required("host", report, |value, at, report| {
            decode::nullable(value, at, report, |value, at, report| {
                let text = decode::string(value, at, report)?;
                decode::hostname(&text, at, report);
                Some(text)
            })
        });
        Some(Self {
            kind: kind?,
            host: host?,
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DogKind {
    #[serde(rename = "dog")]
    Dog,
}

impl Keyword for DogKind {
    const NAMES: &'static [&'static str] = &["dog"];

    fn from_name(name: &str) -> Option<Self> {
        match name {
            "dog" => Some(Self::Dog),
            _ => None,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Dog => "dog",
        }
    }
}

impl Decode for DogKind {
    fn decode(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Self> {
        decode::keyword(value, at, report)
    }
}

/// A recursive union without a discriminator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Tree {
    Node(Box<TreeNode>),
    Leaf(i64),
}

impl Decode for Tree {
    fn decode(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Self> {
        decode::any_of(
            value,
            at,
            report,
            &[
                |value, at, report| {
                    TreeNode::decode(value, at, report).map(|node| Self::Node(Box::new(node)))
                },
                |value, at, report| decode::integer(value, at, report).map(Self::Leaf),
            ],
        )
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TreeNode {
    pub left: Tree,
    pub right: Tree,
}

impl Decode for TreeNode {
    fn decode(value: Value, at: &Pointer<'_>, report: &mut Report) -> Option<Self> {
        let mut fields = decode::object(value, at, report)?;
        let left = fields.required("left", report, Tree::decode);
        let right = fields.required("right", report, Tree::decode);
        Some(Self {
            left: left?,
            right: right?,
        })
    }
}

/// The query parameters of `search_orders`.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchOrdersQuery {
    pub id: Option<Uuid>,
    pub since: Option<DateTime<Utc>>,
    pub on: Option<NaiveDate>,
    pub at_least: Option<Decimal>,
    pub factor: Option<f64>,
    pub open: bool,
    pub text: String,
    pub tags: Option<Vec<String>>,
    pub amounts: Option<Vec<i32>>,
}

impl DecodeParams for SearchOrdersQuery {
    fn decode(params: &mut Params<'_>, report: &mut Report) -> Option<Self> {
        let id = params.optional("id", report, decode::uuid_text);
        let since = params.optional("since", report, decode::date_time_text);
        let on = params.optional("on", report, decode::date_text);
        let at_least = params.optional("at_least", report, decode::decimal_text);
        let factor = params.optional("factor", report, decode::number_text);
        let open = params.defaulted("open", true, report, decode::boolean_text);
        let text = params.required("text", report, decode::text);
        let tags = params.repeated("tags", report, |text, at, report| {
            decode::max_length(&text, 10, at, report);
            Some(text)
        });
        let amounts = params.separated("amounts", ',', report, decode::integer_text);
        Some(Self {
            id: id?,
            since: since?,
            on: on?,
            at_least: at_least?,
            factor: factor?,
            open: open?,
            text: text?,
            tags: tags?,
            amounts: amounts?,
        })
    }
}
