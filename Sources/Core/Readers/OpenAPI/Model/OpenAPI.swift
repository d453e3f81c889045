/// The namespace of the model of an OpenAPI document: what the input says, in its own words and order.
///
/// Every value keeps the ``Node`` from which it was read, so that its place, its plain texts and its `x-` extensions are one
/// look-up away. Values that a reference can name live in arenas of ``OpenAPIDocument`` and are named by ids: a component that is
/// referred to many times, or by itself, is read once.
package enum OpenAPI {}

package typealias SchemaID = OpenAPI.ID<OpenAPI.Schema>
